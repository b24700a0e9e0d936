import * as Plot from "@observablehq/plot";
import {dotCloud} from "../dotCloud.js";
import {type Axis, type Kind, type Mark, type Series, shapeOf} from "./declaration.js";

/** The axes that a series is drawn between. */
type Axes = Readonly<Record<"x" | "y", Axis>>;

/** The colour of a kind, from the style sheet. */
export const colourOf = (is: Kind): string => `var(--${is === "reference" ? "quiet" : is})`;

/** Lines of a kind. */
const lines: Readonly<Record<Kind, Plot.LineOptions>> = {
  measured: {strokeWidth: 2},
  exact: {strokeWidth: 2.2},
  continuous: {strokeWidth: 2, strokeDasharray: "6,5"},
  surrogate: {strokeWidth: 1.8, strokeDasharray: "1.5,4", strokeLinecap: "round"},
  printed: {strokeWidth: 1.2, strokeOpacity: 0.45},
  reference: {strokeWidth: 1, strokeDasharray: "1,4"}
};

/** Rings around a word. */
export const ringSize = 8;

/** Room for bars of points that stand close. */
const crowd = 60;

/** The marks of a series for Plot, by what it is. */
export function looks(series: Series, axes: Axes): Plot.Markish[] {
  const {is, marks, second} = series;
  const colour = colourOf(is);
  const shape = shapeOf(series);
  const data = marks as Mark[];
  if (data.length === 0) return [];
  const stroke = {
    stroke: colour,
    ...lines[is],
    ...(second && {strokeOpacity: 0.5, strokeWidth: 1.2})
  };
  switch (shape) {
    case "line":
    case "loop":
      return [
        Plot.line(data, {
          x: "x",
          y: "y",
          z: ({piece = 0}: Mark) => piece,
          clip: true,
          ...stroke,
          ...(shape === "loop" && {curve: "linear-closed"})
        })
      ];
    case "band":
      return [
        Plot.areaY(data, {
          x: "x",
          y1: "low",
          y2: "high",
          fill: colour,
          fillOpacity: second ? 0.07 : 0.13,
          clip: true
        })
      ];
    case "rule":
      return data[0].y === undefined
        ? [Plot.ruleX(data, {x: "x", ...stroke})]
        : [Plot.ruleY(data, {y: "y", ...stroke})];
    case "arrow":
      return [arrows(data, stroke)];
    case "crosses":
      return [
        ...bars(data, colour, axes),
        Plot.dot(data, {
          x: "x",
          y: "y",
          symbol: "times",
          ...(data.length > crowd ? {r: 3, strokeWidth: 1.3} : {r: 4.5, strokeWidth: 2}),
          stroke: colour
        })
      ];
    case "cloud":
      return [cloudOf(data, colour)];
    case "cells":
      return [cellsOf(data, colour, axes)];
    case "spans":
      return [spansOf(data, colour, axes), pointsOf(is, data, Boolean(second))];
    case "points":
      return series.inside
        ? ringsOf(data, colour, series.inside)
        : [...bars(data, colour, axes), pointsOf(is, data, Boolean(second))];
  }
}

/** Rings with a word in each. */
function ringsOf(data: Mark[], colour: string, column: string): Plot.Markish[] {
  const at = {x: "x", y: "y"};
  return [
    Plot.dot(data, {...at, r: ringSize, fill: "none", stroke: colour, strokeWidth: 1.2}),
    Plot.text(data, {...at, text: mark => String(mark[column]), fontSize: 11, fill: colour})
  ];
}

/** Arrows from each mark to the next one of its piece. */
function arrows(data: Mark[], stroke: Plot.ArrowOptions): Plot.Markish {
  const ends = data.slice(1).flatMap(({x, y, piece}, k) => {
    const from = data[k];
    return from.piece === piece ? [{x1: from.x, y1: from.y, x2: x, y2: y}] : [];
  });
  const at = {x1: "x1", y1: "y1", x2: "x2", y2: "y2"};
  return Plot.arrow(ends, {...at, headLength: 7, clip: true, ...stroke});
}

function pointsOf(is: Kind, data: Mark[], second: boolean): Plot.Markish {
  const at = {x: "x", y: "y"};
  if (is === "printed")
    return Plot.dot(data, {
      ...at,
      r: 4.6,
      symbol: "diamond",
      stroke: colourOf(is),
      strokeWidth: 1.8,
      fill: "var(--paper)"
    });
  const colour = colourOf(is);
  const r = data.length > crowd ? 2.6 : 4;
  return second
    ? Plot.dot(data, {...at, r, fill: "var(--paper)", stroke: colour, strokeWidth: 1.6})
    : Plot.dot(data, {...at, r, fill: colour, stroke: "var(--paper)"});
}

/** Points whose area is their weight, relative to the heaviest. */
function cloudOf(data: Mark[], colour: string): Plot.Markish {
  const weights = data.map(({weight = 1}) => weight);
  const heaviest = Math.max(...weights);
  const least = Math.min(...weights) < heaviest ? 3.4 : 1.4;
  const largest = Math.min(8, Math.max(least, 30 / Math.sqrt(data.length)));
  if (data.length > crowd && least === 1.4) {
    const points = data.flatMap(({x, y}) =>
      x === undefined || y === undefined ? [] : [[x, y] as const]
    );
    // One path is drawn faster than a thousand circles.
    return dotCloud([{points, r: data.length > 300 ? 1.3 : 2}], {
      stroke: colour,
      strokeOpacity: 0.5
    });
  }
  return Plot.dot(data, {
    x: "x",
    y: "y",
    r: ({weight = 1}: Mark) => Math.max(0.6, largest * Math.sqrt(weight / heaviest)),
    fill: colour,
    fillOpacity: data.length > 300 ? 0.45 : 0.6,
    clip: true
  });
}

/** Where a bar begins: on a logarithmic axis one that ends at or below zero leaves the frame, but no further than pictures reach. */
const lowEnd = (low: number, high: number, scale: Axis["scale"]): number =>
  scale === "log" ? Math.max(low, 1e-12 * high) : low;

/** Bars of 95 % where there are standard errors, else from `low` to `high`. */
function bars(data: Mark[], stroke: string, {y: {scale}}: Axes): Plot.Markish[] {
  const ends = data.flatMap(({x, y = Number.NaN, standardError, low, high}) =>
    standardError !== undefined
      ? [{x, low: y - 1.96 * standardError, high: y + 1.96 * standardError}]
      : low !== undefined && high !== undefined
        ? [{x, low, high}]
        : []
  );
  return ends.length
    ? [
        Plot.ruleX(ends, {
          x: "x",
          y1: ({low, high}) => lowEnd(low, high, scale),
          y2: "high",
          stroke,
          strokeWidth: 1.7,
          clip: true
        })
      ]
    : [];
}

/** Bars from `low` to `high` along x. */
function spansOf(data: Mark[], stroke: string, {x: {scale}}: Axes): Plot.Markish {
  const ends = data.filter(({low, high}) => low !== undefined && high !== undefined);
  return Plot.ruleY(ends, {
    y: "y",
    x1: ({low = 0, high = 0}: Mark) => lowEnd(low, high, scale),
    x2: "high",
    stroke,
    strokeWidth: 1.7,
    clip: true
  });
}

/** Fields of a map, which meet midway between their centres. */
function cellsOf(data: Mark[], fill: string, axes: Axes): Plot.Markish {
  const ends = {
    x: midways(
      data.map(({x = 0}) => x),
      axes.x
    ),
    y: midways(
      data.map(({y = 0}) => y),
      axes.y
    )
  };
  const end = (along: "x" | "y", k: 0 | 1) => (mark: Mark) =>
    ends[along].get(mark[along] ?? 0)?.[k];
  return Plot.rect(
    data.filter(({weight = 1}) => weight > 0),
    {
      x1: end("x", 0),
      x2: end("x", 1),
      y1: end("y", 0),
      y2: end("y", 1),
      fill,
      fillOpacity: ({weight = 1}: Mark) => weight,
      shapeRendering: "crispEdges",
      clip: true
    }
  );
}

/** The ends of the field about each of these values. */
function midways(all: readonly number[], {scale}: Axis): Map<number, readonly [number, number]> {
  const values = [...new Set(all)].sort((a, b) => a - b);
  const read = scale === "log" ? Math.log : (x: number) => x;
  const write = scale === "log" ? Math.exp : (x: number) => x;
  const at = values.map(read);
  const middle = (k: number) => (at[k] + at[k + 1]) / 2;
  const last = at.length - 1;
  return new Map(
    values.map((value, k) => {
      const half = last === 0 ? 0.5 : undefined;
      const low = k > 0 ? middle(k - 1) : at[k] - (half ?? middle(k) - at[k]);
      const high = k < last ? middle(k) : at[k] + (half ?? at[k] - middle(k - 1));
      return [value, [write(low), write(high)]];
    })
  );
}
