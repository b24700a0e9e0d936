import {describe, expect, test} from "vitest";
import {domainOf, formatOf, ticksOf} from "../../src/components/chart/axes.js";
import {chartRows, chartWords} from "../../src/components/chart/chartRows.js";
import type {Axis, Chart, Panel} from "../../src/components/chart/declaration.js";
import type {DrawnMark} from "../../src/components/chart/drawPanel.js";
import {crosses, type Point, placeLabels} from "../../src/components/chart/placeLabels.js";
import {nearest, neighbour} from "../../src/components/chart/readout.js";
import {plainText, runsOf, textWidth} from "../../src/components/chart/text.js";

const x: Axis = {label: "rate $η$", column: "rate"};
const y: Axis = {label: "risk", column: "risk"};
const chart: Chart = {
  title: "Risk",
  caption: "A caption.",
  description: "A line and points.",
  x,
  y,
  panels: [
    {
      series: [
        {is: "measured", name: "ours", marks: [{x: 1, y: 2, standardError: 0.1, expected: 2.1}]},
        {
          is: "exact",
          name: "exact",
          marks: [
            {x: 0, y: 2},
            {x: 2, y: 2.2}
          ]
        },
        {is: "printed", name: "as printed", marks: [{x: 1, y: 3, table: 4}]}
      ]
    }
  ]
};

describe("a map", () => {
  const grid: Panel["series"][number] = {
    is: "measured",
    as: "cells",
    name: "map",
    marks: [0, 1].flatMap(row => [1, 10, 100].map(x => ({x, y: row, z: x + row, weight: 0.5})))
  };
  const map: Chart = {...chart, z: {label: "loss", column: "loss"}, panels: [{series: [grid]}]};
  const fields = grid.marks.map(
    (mark, k) =>
      ({mark, series: grid, px: 10 * (k % 3), py: 20 - 20 * Math.floor(k / 3)}) as DrawnMark
  );

  test("has a column for what it shows", () => {
    expect(chartRows(map).map(row => row["loss"])).toEqual([1, 10, 100, 2, 11, 101]);
  });

  test("is read along its rows and columns by the arrow keys", () => {
    const from = (k: number, key: string) => fields.indexOf(neighbour(fields, fields[k], key)!);
    expect([from(0, "ArrowRight"), from(1, "ArrowRight"), from(2, "ArrowRight")]).toEqual([
      1, 2, 2
    ]);
    expect([from(1, "ArrowUp"), from(4, "ArrowDown"), from(5, "ArrowLeft")]).toEqual([4, 1, 4]);
  });
});

describe("an axis of names", () => {
  const named: Axis = {label: "block", column: "block", names: ["bias", "weight"]};
  const spans: Panel = {
    series: [{is: "measured", as: "spans", name: "a", marks: [{x: 1, y: 0, low: 0.5, high: 2}]}]
  };

  test("has them at whole numbers", () => {
    const {values, format} = ticksOf(named, [-0.5, 1.5], 300, "y");
    expect(values.map(format)).toEqual(["bias", "weight"]);
  });

  test("leaves the ends of its bars to the other axis", () => {
    expect(domainOf({...x, domain: undefined}, spans, "x")[1]).toBeGreaterThan(2);
    expect(domainOf(named, spans, "y")[1]).toBeLessThan(1);
  });
});

describe("rows", () => {
  test("one for each mark, empty where a series has no such value", () => {
    const blank = {standardError: "", expected: "", table: ""};
    expect(chartRows(chart)).toEqual([
      {
        series: "ours",
        kind: "measured",
        rate: 1,
        risk: 2,
        ...blank,
        standardError: 0.1,
        expected: 2.1
      },
      {series: "exact", kind: "exact", rate: 0, risk: 2, ...blank},
      {series: "exact", kind: "exact", rate: 2, risk: 2.2, ...blank},
      {series: "as printed", kind: "as printed", rate: 1, risk: 3, ...blank, table: 4}
    ]);
  });

  test("panels of other axes have columns of their own", () => {
    const other = {...y, column: "loss"};
    const both = {
      ...chart,
      panels: [
        {...chart.panels[0], name: "first"},
        {name: "second", y: other, series: [{is: "exact", name: "flat", marks: [{x: 1, y: 5}]}]}
      ]
    } satisfies Chart;
    const [first, , , , last] = chartRows(both);
    expect(first).toMatchObject({panel: "first", risk: 2, loss: ""});
    expect(last).toMatchObject({panel: "second", risk: "", loss: 5});
  });

  test("its series in words", () =>
    expect(chartWords(chart)).toBe(
      "A line and points. Series: ours (measured), exact, as printed."
    ));
});

describe("maths in words", () => {
  test("letters are italic, digits and names upright, scripts shifted", () => {
    expect(runsOf("largest $ηλ_{max}$")).toEqual([
      {text: "largest ", font: "words", shift: 0},
      {text: "ηλ", font: "italic", shift: 0},
      {text: "max", font: "upright", shift: -1}
    ]);
    expect(runsOf("$10^{−4}$")).toEqual([
      {text: "10", font: "upright", shift: 0},
      {text: "−4", font: "upright", shift: 1}
    ]);
    expect(runsOf("$x_i$").map(run => [run.text, run.font, run.shift])).toEqual([
      ["x", "italic", 0],
      ["i", "italic", -1]
    ]);
  });

  test("is plain text for those who hear it", () =>
    expect(plainText("$σ^2$ over $κ_F$")).toBe("σ² over κF"));

  test("is as wide as its letters", () => {
    expect(textWidth("ii", 10)).toBeLessThan(textWidth("MM", 10) / 3);
    expect(textWidth("$λ_{max}$", 13)).toBeLessThan(textWidth("λmax", 13));
  });
});

describe("axes", () => {
  const panel = (marks: Panel["series"][number]["marks"]): Panel => ({
    series: [{is: "measured", name: "a", marks}]
  });

  test("hold their marks with their bars, and begin at zero where those nearly do", () => {
    const [low, high] = domainOf(
      y,
      panel([
        {x: 0, y: 1, standardError: 0.5},
        {x: 1, y: 3}
      ]),
      "y"
    );
    expect(low).toBeLessThanOrEqual(0.5);
    expect(high).toBeGreaterThan(3);
    expect(
      domainOf(
        y,
        panel([
          {x: 0, y: 0.1},
          {x: 1, y: 3}
        ]),
        "y"
      )[0]
    ).toBe(0);
    expect(() => domainOf(y, panel([]), "y")).toThrow(
      "risk: an axis without a domain needs a mark"
    );
  });

  test("log axes of three decades show powers, and fewer ticks where there is less room", () => {
    const log: Axis = {...x, scale: "log"};
    const {values, format} = ticksOf(log, [1e-4, 1], 600, "x");
    expect(values).toEqual([1e-4, 1e-3, 1e-2, 1e-1, 1]);
    expect(format(1e-3)).toBe("$10^{−3}$");
    expect(ticksOf(log, [1e-8, 1], 200, "x").values.length).toBeLessThanOrEqual(5);
    expect(ticksOf(log, [1, 64], 600, "x").values).toEqual([1, 2, 5, 10, 20, 50]);
    expect(formatOf({...x, format: "percent"}, [0, 1])(0.25)).toBe("25\u2009%");
    expect(formatOf(x, [0, 1])(-12345.5)).toBe("−12\u2009345.5");
  });
});

describe("labels", () => {
  const frame = {left: 0, top: 0, right: 300, bottom: 200};
  const wish = (path: readonly Point[]) => ({width: 60, height: 16, path, joined: true, near: 0.5});
  const flat: Point[] = [
    [0, 100],
    [300, 100]
  ];
  const steep: Point[] = [
    [0, 200],
    [300, 0]
  ];

  test("stand on their lines, and cross none", () => {
    const boxes = placeLabels([wish(flat), wish(steep)], {lines: [flat, steep], boxes: [], frame});
    for (const box of boxes) {
      if (!box) throw new Error("a label found no place");
      for (const [from, to] of [flat, steep]) expect(crosses([from, to], box)).toBe(false);
    }
    const [first] = boxes;
    expect(
      Math.min(Math.abs((first?.bottom ?? 0) - 100), Math.abs((first?.top ?? 0) - 100))
    ).toBeLessThan(21);
  });

  test("stand on this side of the next line, though there is room nearer behind it", () => {
    const lines = [100, 112].map((y): Point[] => [
      [0, y],
      [300, y]
    ]);
    const below = {left: 70, top: 112, right: 300, bottom: 200};
    const [box] = placeLabels([{...wish(lines[1]), near: 0.9}], {lines, boxes: [below], frame});
    expect(box?.top).toBeGreaterThan(112);
  });

  test("of points stand beside none of another series, though that is nearer", () => {
    const [own, other] = ["own", "other"];
    const points: Point[] = [
      [60, 100],
      [150, 100]
    ];
    const at = ([x, y]: Point) => ({left: x - 5, right: x + 5, top: y - 5, bottom: y + 5});
    const boxes = [
      ...points.map(point => ({...at(point), by: own})),
      {...at([150, 112]), by: other},
      {...at([150, 88]), by: other}
    ];
    const asked = {...wish(points), joined: false, near: 0.6, by: own};
    const [box] = placeLabels([asked], {lines: [], boxes, frame});
    expect(box?.right).toBeLessThan(140);
    const [unasked] = placeLabels([asked], {lines: [], boxes: boxes.slice(0, 2), frame});
    expect(unasked?.right).toBeGreaterThan(140);
  });

  test("have none where everything is crossed", () => {
    const fence = Array.from({length: 30}, (_, k): Point[] => [
      [10 * k, 0],
      [10 * k, 200]
    ]);
    expect(placeLabels([wish(flat)], {lines: [flat, ...fence], boxes: [], frame})).toEqual([null]);
  });

  test("a segment meets a box that it passes through, touches or lies in, and no other", () => {
    const box = {left: 10, top: 10, right: 20, bottom: 20};
    const segments: [Point, Point, boolean][] = [
      [[0, 0], [30, 30], true],
      [[12, 12], [13, 13], true],
      [[0, 10], [30, 10], true],
      [[0, 21], [9, 30], false],
      [[0, 0], [30, 9], false],
      [[15, 0], [15, 9], false]
    ];
    for (const [from, to, expected] of segments) expect(crosses([from, to], box)).toBe(expected);
  });
});

describe("values by pointer and keyboard", () => {
  const axis = {axis: x, format: String};
  const [panel] = chart.panels;
  const at = (series: number, px: number, py: number): DrawnMark => ({
    px,
    py,
    series: panel.series[series],
    mark: panel.series[series].marks[0],
    panel,
    x: axis,
    y: axis
  });
  const marks = [at(0, 10, 10), at(0, 50, 10), at(1, 12, 80), at(1, 60, 80)];

  test("the nearest mark within reach", () => {
    expect(nearest(marks, 48, 12, 20)).toBe(marks[1]);
    expect(nearest(marks, 30, 45, 20)).toBeUndefined();
  });

  test("arrows go along a series and to the nearest mark of the next", () => {
    expect(neighbour(marks, undefined, "ArrowRight")).toBe(marks[0]);
    expect(neighbour(marks, marks[0], "ArrowRight")).toBe(marks[1]);
    expect(neighbour(marks, marks[1], "ArrowRight")).toBe(marks[1]);
    expect(neighbour(marks, marks[1], "ArrowDown")).toBe(marks[3]);
    expect(neighbour(marks, marks[3], "ArrowUp")).toBe(marks[1]);
    expect(neighbour(marks, marks[0], "a")).toBeUndefined();
  });
});
