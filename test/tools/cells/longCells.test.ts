import {join} from "node:path";
import {expect, test} from "vitest";
import {allowedLongCells, linesOf, longCells, mostLines} from "../../../tools/cells/longCells.js";
import {pageFiles} from "../../../tools/markdown/scanPages.js";
import {root} from "../../../tools/root.js";
import {fixtureSite} from "../markdown/site.js";

test("no page has more long cells than the list allows", () => {
  const source = join(root, "src");
  const allowed = allowedLongCells();
  const beyond = [...longCells(source, pageFiles(source))]
    .filter(([page, count]) => count > (allowed.get(page) ?? 0))
    .map(([page, count]) => `${page}: ${count}, and ${allowed.get(page) ?? 0} are allowed`);
  expect(beyond).toEqual([]);
});

test("imports and blank lines do not count", () => {
  expect(linesOf({code: 'import {\n  a,\n  b\n} from "c";\n\nconst d = a;\nb;\n'})).toBe(2);
});

test("a cell of eleven lines is long, one of ten is not", () => {
  const cell = (lines: number) =>
    `\`\`\`ts\n${Array.from({length: lines}, (_, k) => `const x${lines}_${k} = ${k};`).join("\n")}\n\`\`\`\n`;
  const site = fixtureSite({"a.md": `# A\n\n${cell(mostLines)}\n${cell(mostLines + 1)}`});
  expect([...longCells(site, pageFiles(site))]).toEqual([["a.md", 1]]);
});
