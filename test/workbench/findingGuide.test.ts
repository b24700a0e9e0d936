import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {curvatureThresholds} from "../../lib/workbench/curvatureFindings.js";
import {findingGuides} from "../../lib/workbench/export/findingGuide.js";
import {thresholds} from "../../lib/workbench/findings.js";
import {usageOf} from "../../tools/noise/usage.js";
import {root} from "../../tools/root.js";

const folder = join(root, "lib/workbench");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const page = read("src/workbench.md");
const codes = findingGuides.map(({code}) => code).sort();

test("every finding that the code makes has a threshold, and a row on the page", () => {
  const made = readdirSync(folder)
    .filter(file => file.endsWith(".ts"))
    .flatMap(file => [...read(`lib/workbench/${file}`).matchAll(/\bcode: "([\w-]+)"/g)])
    .map(([, code]) => code);
  expect([...new Set(made)].sort()).toEqual(codes);
  const rows = [...page.matchAll(/id="finding-([\w-]+)"/g)].map(([, code]) => code);
  expect(rows.sort()).toEqual(codes);
});

test.each(findingGuides)(
  "$code leads to the statements that its row on the page names",
  ({code, links: [own, ...statements]}) => {
    expect(own).toBe(`/workbench#finding-${code}`);
    const row = page.split("\n").find(line => line.includes(`id="finding-${code}"`)) ?? "";
    const cell = row.split(" | ").at(-1) ?? "";
    const named = [...cell.matchAll(/\[\[([^\]]+)\]\]|\(\.(\/api\/\w+)\)/g)].map(
      ([, statement, page]) => statement ?? page
    );
    expect(statements.map(link => link.split("#")[1] ?? link)).toEqual(named);
    for (const link of statements.filter(one => one.includes("#"))) {
      const [path, id] = link.split("#");
      expect(read(`src${path}.md`)).toMatch(
        new RegExp(`^::: ${id.replaceAll(".", "\\.")}\\b`, "m")
      );
    }
  }
);

test("thresholds are the code's, and --help has them all", () => {
  const said = findingGuides.map(({threshold}) => threshold).join("\n");
  const small = [thresholds.unitLength, curvatureThresholds.asymmetry];
  const percents = [thresholds.duplicates, thresholds.oneRow, curvatureThresholds.dropped];
  const others = [...Object.values(thresholds), ...Object.values(curvatureThresholds)].filter(
    x => !small.includes(x as never) && !percents.includes(x as never)
  );
  for (const x of others) expect(said).toMatch(new RegExp(`(?<![\\d.])${x}(?![\\d.])`));
  for (const x of percents) expect(said).toContain(`${100 * x} %`);
  for (const power of ["10⁻⁵", "10⁻¹²"]) expect(said).toContain(power);
  const help = usageOf("noise").replace(/\s+/g, " ");
  for (const {code, threshold} of findingGuides) expect(help).toContain(`${code} ${threshold}`);
});
