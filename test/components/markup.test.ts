import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {root} from "../../tools/root.js";

test("no module parses text as markup", () => {
  const folder = join(root, "src");
  // Formulas that the build rendered from the project's own TeX.
  const trusted = new Set(["components/ledger.ts", "components/letters.ts"]);
  const sinks =
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|\bhtml`/;
  for (const file of readdirSync(folder, {recursive: true}).map(String))
    if (!trusted.has(file) && /^(?!lib|data|\.observablehq).*\.(?:ts|md)$/.test(file))
      expect(readFileSync(join(folder, file), "utf8"), file).not.toMatch(sinks);
});
