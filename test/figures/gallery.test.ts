import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {studentTQuantile} from "../../lib/statistics/studentT.js";
import {chartRows} from "../../src/components/chart/chartRows.js";
import {kinds, shapeOf} from "../../src/components/chart/declaration.js";
import {plainText} from "../../src/components/chart/text.js";
import {score} from "../../src/figures/scores.js";
import {root} from "../../tools/root.js";
import {declaredPages, gallery} from "./gallery.js";

/** What belongs between dollar signs and stands outside: scripts, and single letters as formulas have them. */
const looseMaths =
  /[A-Za-zα-ω]_|\^|[₀-₉ₐ-ₜⱼ]|[A-Zα-ω]⁻|(?:^|[\s=·×/−≤<(])(?:[b-zB-HJ-Z]|[α-ωΑ-Ω])(?=$|[\s=·×/≤<),;²⋆])/u;

/** A text without its formulas, and without the letters of parts: Figure 2(b), (i). */
const outsideFormulas = (text: string) =>
  text.replace(/\$[^$]*\$/g, "▢").replace(/\([a-z]{1,3}\)/g, "");

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

test("no page has a picture that draws itself", () => {
  const pages = readdirSync(join(root, "src"), {recursive: true, encoding: "utf8"})
    .filter(file => file.endsWith(".md"))
    .filter(file => /\bfigure\(|Plot\.plot\(/.test(readFileSync(join(root, "src", file), "utf8")));
  expect(pages).toEqual([]);
});

describe.each(all)("$name", ({chart}) => {
  const series = chart.panels.flatMap(panel => panel.series);

  test("has marks in every series, and a row for each", () => {
    expect(series.filter(({marks}) => marks.length === 0).map(({name}) => name)).toEqual([]);
    const rows = chartRows(chart);
    expect(rows.length).toBe(series.reduce((sum, {marks}) => sum + marks.length, 0));
    const columns = Object.keys(rows[0]);
    for (const row of rows) expect(Object.keys(row)).toEqual(columns);
    // No mark has a column of its own by these names.
    expect(rows.map(({series: name, kind}) => [name, kind])).toEqual(
      series.flatMap(({name, is, marks}) => marks.map(() => [plainText(name), kinds[is]]))
    );
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

  test("sets maths as maths", () => {
    const axes = [chart, ...chart.panels].flatMap(({x, y}) => [x, y]);
    const texts = [
      chart.title,
      chart.caption,
      ...chart.panels.map(({name}) => name),
      ...axes.flatMap(axis => [axis?.label, axis?.short, ...(axis?.names ?? [])]),
      ...series.flatMap(({name, label}) => (typeof label === "string" ? [label] : [name]))
    ];
    for (const text of texts) {
      expect(outsideFormulas(text ?? "")).not.toMatch(looseMaths);
      // A name among italic letters is written in braces, or before the formula.
      for (const formula of text?.match(/\$[^$]*\$/g) ?? [])
        expect(formula.replace(/\{[^}]*\}/g, "")).not.toMatch(/exp|log|max|min|sup|Tr|tr|Cov|Var/);
    }
  });

  test("has words: sentences, axes with names, no markup left over", () => {
    expect(chart.title).not.toMatch(/[.:]$/);
    for (const text of [chart.caption, chart.description]) expect(text).toMatch(/[.?]$/);
    for (const text of [chart.title, chart.caption, chart.description, ...series.map(s => s.name)])
      expect(plainText(text)).not.toMatch(/[$_{}^]|undefined|NaN/);
  });
});
