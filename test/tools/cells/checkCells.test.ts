import {readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {expect, test} from "vitest";
import {checkCells, formatCells} from "../../../tools/cells/checkCells.js";
import {formatProblem} from "../../../tools/markdown/problems.js";
import {fixtureSite} from "../markdown/site.js";

const page = `---
title: Cells
---

# Cells

\`\`\`ts
import {b} from "b";
import {a} from "a";
const unused = 1;
\`\`\`

- an item

  \`\`\`ts
  if (b == a) {

      display( b)
  }
  \`\`\`

\`\`\`js
width  + 1
\`\`\`

\`\`\`sql
SELECT   1
\`\`\`

\`\`\`ts run=false
let  never = 1
\`\`\`
`;

const formatted = page
  .replace(
    'import {b} from "b";\nimport {a} from "a";\n',
    'import {a} from "a";\nimport {b} from "b";\n\n'
  )
  .replace("  if (b == a) {\n\n      display( b)\n", "  if (b == a) {\n    display(b);\n")
  .replace("width  + 1", "width + 1");

function problems(root: string): string[] {
  const prefix = `${relative(process.cwd(), root)}/`;
  return checkCells(root, ["page.md"]).map(problem => formatProblem(problem).replace(prefix, ""));
}

test("lists what is not formatted and what the linter finds, by the page's lines; names for other cells are no findings", () => {
  expect(problems(fixtureSite({"page.md": page}))).toEqual([
    "page.md:8 not in the project's format: npm run format",
    expect.stringMatching(/^page\.md:16 .*noDoubleEquals/),
    "page.md:17 not in the project's format: npm run format",
    "page.md:23 not in the project's format: npm run format"
  ]);
});

test("rewrites fences where they stand, and leaves an expression without a semicolon", () => {
  const root = fixtureSite({"page.md": page});
  expect(formatCells(root, ["page.md"])).toEqual(["page.md"]);
  expect(readFileSync(join(root, "page.md"), "utf8")).toBe(formatted);
  expect(problems(root)).toEqual([expect.stringMatching(/noDoubleEquals/)]);
  expect(formatCells(root, ["page.md"])).toEqual([]);
});
