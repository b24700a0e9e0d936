import {axesOf, type Chart, kinds, type Mark} from "./declaration.js";
import {plainText} from "./text.js";

const drawn: ReadonlySet<string> = new Set([
  "x",
  "y",
  "z",
  "standardError",
  "low",
  "high",
  "expected"
]);

/** One row for every mark that is drawn, empty where a series has no such value: what the table shows and the CSV holds. */
export function chartRows(chart: Chart): Record<string, string | number>[] {
  const all = chart.panels.flatMap((panel, i) =>
    panel.series.flatMap(series => series.marks.map(mark => ({panel, i, series, mark})))
  );
  const has = (name: keyof Mark) => all.some(({mark}) => mark[name] !== undefined);
  const others = [...new Set(all.flatMap(({mark}) => Object.keys(mark)))].filter(
    name => !drawn.has(name)
  );
  return all.map(({panel, i, series, mark}) => {
    const {x, y} = axesOf(chart, panel);
    const row: Record<string, string | number> = {
      series: plainText(series.name),
      kind: kinds[series.is]
    };
    if (chart.panels.length > 1) row.panel = plainText(panel.name ?? String(i + 1));
    for (const {column} of chart.panels.flatMap(each => axesOf(chart, each).x)) row[column] = "";
    for (const {column} of chart.panels.flatMap(each => axesOf(chart, each).y)) row[column] = "";
    row[x.column] = mark.x ?? "";
    row[y.column] = mark.y ?? "";
    if (chart.z) row[chart.z.column] = mark.z ?? "";
    for (const name of ["standardError", "low", "high", "expected"] as const)
      if (has(name)) row[name] = mark[name] ?? "";
    for (const name of others) row[name] = mark[name] ?? "";
    return row;
  });
}

/** The series of a chart in words, for those who hear it. */
export function chartWords(chart: Chart): string {
  const panels = chart.panels.map(({name, series}) => {
    const words = series
      .filter(({marks}) => marks.length > 0)
      .map(each => {
        const name = plainText(each.name);
        return name === kinds[each.is] ? name : `${name} (${kinds[each.is]})`;
      });
    return `${name ? `${plainText(name)}: ` : ""}${words.join(", ")}`;
  });
  return `${plainText(chart.description)} Series: ${panels.join("; ")}.`;
}
