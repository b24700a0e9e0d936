import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {studentTQuantile} from "../../lib/statistics/studentT.js";
import {chartRows} from "../../src/components/chart/chartRows.js";
import {shapeOf} from "../../src/components/chart/declaration.js";
import {plainText} from "../../src/components/chart/text.js";
import {score} from "../../src/figures/scores.js";
import {root} from "../../tools/root.js";
import {declaredPages, gallery} from "./gallery.js";

const pages = await gallery();
const all = [...pages].flatMap(([page, charts]) =>
  charts.map((chart, k) => ({name: `${page} ${k}: ${chart.title}`, chart}))
);

test("every page that declares figures has examples of them", () => {
  const folder = join(root, "src/figures");
  const modules = readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter(file => /^([\w-]+\/)?[a-z-]+\.ts$/.test(file))
    .filter(file => existsSync(join(root, "src", file.replace(/\.ts$/, ".md"))))
    .filter(file => /\): Chart( \| string)? \{/.test(readFileSync(join(folder, file), "utf8")))
    .map(file => file.replace(/\.ts$/, ""));
  expect(modules.length).toBeGreaterThan(1);
  expect([...declaredPages].sort()).toEqual(modules.sort());
});

describe.each(all)("$name", ({chart}) => {
  const series = chart.panels.flatMap(panel => panel.series);

  test("has marks in every series, and a row for each", () => {
    expect(series.filter(({marks}) => marks.length === 0).map(({name}) => name)).toEqual([]);
    const rows = chartRows(chart);
    expect(rows.length).toBe(series.reduce((sum, {marks}) => sum + marks.length, 0));
    const columns = Object.keys(rows[0]);
    for (const row of rows) expect(Object.keys(row)).toEqual(columns);
  });

  test("draws finite numbers", () => {
    for (const {name, marks} of series)
      for (const mark of marks)
        for (const [column, value] of Object.entries(mark))
          if (typeof value === "number")
            expect(Number.isFinite(value), `${name}: ${column} is ${value}`).toBe(true);
  });

  test("shows what is printed as points, and gives standard errors to nothing but what was measured", () => {
    for (const each of series) {
      if (each.is === "printed") expect(shapeOf(each), each.name).toBe("points");
      if (each.marks.some(({standardError}) => standardError !== undefined))
        expect(each.is, each.name).toBe("measured");
    }
  });

  test("measures what is expected", () => {
    const scored = series
      .flatMap(({marks}) => marks)
      .filter(({expected, standardError}) => expected !== undefined && standardError);
    // A small run has a hundred replicates or more; a false alarm comes once in a thousand galleries.
    const most = studentTQuantile(1 - 1e-3 / 2 / Math.max(1, scored.length), 99);
    for (const mark of scored) expect(Math.abs(score(mark))).toBeLessThan(most);
  });

  test("has words: sentences, axes with names, no markup left over", () => {
    expect(chart.title).not.toMatch(/[.:]$/);
    for (const text of [chart.caption, chart.description]) expect(text).toMatch(/[.?]$/);
    for (const text of [chart.title, chart.caption, chart.description, ...series.map(s => s.name)])
      expect(plainText(text)).not.toMatch(/[$_{}^]|undefined|NaN/);
  });
});
