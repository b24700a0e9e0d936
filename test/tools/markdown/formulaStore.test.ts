import {existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, expect, test} from "vitest";
import {restoreFormulas, takeFormulas} from "../../../tools/markdown/formulaStore.js";
import {renderTex} from "../../../tools/markdown/renderTex.js";

const folder = mkdtempSync(join(tmpdir(), "noisefloor-formulas-"));
afterEach(() => rmSync(`${join(folder, "dist")}.formulas.json`, {force: true}));

test("formulas are taken whole, and what is around them stays", () => {
  const [first, second] = [renderTex("\\Tr\\Sigma", "inline"), renderTex("\\frac12", "display")];
  const taken: string[] = [];
  const html = takeFormulas(`<p>a ${first} b <span>c</span> ${second}</p>`, formula => {
    taken.push(formula);
    return "·";
  });
  expect(taken[0]).toBe(first);
  expect(second).toContain(taken[1]);
  expect(taken[1]).toMatch(/^<span class="katex">.*<\/span>$/s);
  expect(html.replace(/<span class="katex-display">·<\/span>/, "·")).toBe(
    "<p>a · b <span>c</span> ·</p>"
  );
});

test("a formula of a heading, which has no boxes, stays where it is", () => {
  const heading = `<h2>The law of ${renderTex("\\Sigma", "heading")}</h2>`;
  expect(takeFormulas(heading, () => "·")).toBe(heading);
});

test("one that does not end is an error", () => {
  expect(() => takeFormulas('<span class="katex"><span>', () => "·")).toThrow("does not end");
});

test("what is stored comes back in its place, once", () => {
  const dist = join(folder, "dist");
  writeFileSync(`${dist}.formulas.json`, JSON.stringify(["<b>$&</b>", "<i>two</i>"]));
  const restored = restoreFormulas(dist);
  const numbered = '<span data-formula="1"></span> <span data-formula="0"></span>';
  expect(restored(numbered)).toBe("<i>two</i> <b>$&</b>");
  expect(existsSync(`${dist}.formulas.json`)).toBe(false);
  expect(restoreFormulas(dist)(numbered)).toBe(numbered);
});
