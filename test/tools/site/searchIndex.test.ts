import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {searchIndex} from "../../../tools/site/searchIndex.js";

test("sections and statements are places of their own; code, markup and expressions are no text", () => {
  const root = mkdtempSync(join(tmpdir(), "noisefloor-"));
  onTestFinished(() => rmSync(root, {recursive: true}));
  const source = [
    "---\ntitle: Batches\n---\n\n# Batches\n\nFirst *words* with $H \\succ 0$ and $" + "{1 + 1}.",
    "```js\nhiddenCode();\n```",
    '::: remark #mine title="Mine"\nInside.\n:::',
    'After.\n\n## Second part\n\n<p class="quiet">Marked\nup</p>'
  ].join("\n\n");
  writeFileSync(join(root, "batches.md"), source);
  const sections = searchIndex(root);
  expect(sections.map(({href, heading}) => [href, heading])).toEqual([
    ["batches", ""],
    ["batches#mine", expect.stringContaining("Mine")],
    ["batches#second-part", "Second part"]
  ]);
  expect(sections.map(({text}) => text)).toEqual([
    "First words with H ≻ 0 and . After.",
    expect.stringMatching(/Inside\.$/),
    "Marked up"
  ]);
  expect(new Set(sections.map(({page}) => page))).toEqual(new Set(["Batches"]));
});

test("rows of the notation are places, by their symbol", () => {
  const root = mkdtempSync(join(tmpdir(), "noisefloor-"));
  onTestFinished(() => rmSync(root, {recursive: true}));
  const rows =
    "| here | meaning |\n|---|---|\n| $\\lambda_{\\max}$ {#top} | largest, $\\tfrac12$ of all |\n";
  writeFileSync(join(root, "notation.md"), `# Notation\n\nBefore.\n\n${rows}\nAfter.\n`);
  expect(searchIndex(root).map(({href, heading, text}) => [href, heading, text])).toEqual([
    ["notation", "", "Before. here meaning After."],
    ["notation#top", "λ_max", "largest, 1/2 of all"]
  ]);
});
