import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import * as noisefloor from "../../../lib/index.js";
import {commentText, readDocstring} from "../../../tools/api/docstring.js";
import {formulaHtml, formulaTex} from "../../../tools/api/formula.js";
import {functionHtml, functionListHtml} from "../../../tools/api/html.js";
import {
  docstringOf,
  fieldsOf,
  publicFunctions,
  publicNames,
  signatureOf
} from "../../../tools/api/publicNames.js";
import {claimsUsing, pagesUsing} from "../../../tools/api/uses.js";
import {pageOf} from "../../../tools/api/writePages.js";
import {root} from "../../../tools/root.js";

const functions = publicFunctions();

describe("the pages of public functions", () => {
  test("are those of lib/index.ts, as npm run package writes them", () => {
    const exported = Object.keys(noisefloor).filter(name => /^[a-z]/.test(name));
    expect(functions.map(({name}) => name).sort()).toEqual(exported.sort());
    const folder = join(root, "src/api");
    expect(readdirSync(folder).sort()).toEqual(exported.map(name => `${name}.md`).sort());
    for (const name of exported)
      expect(readFileSync(join(folder, `${name}.md`), "utf8")).toBe(pageOf(name));
  });

  const aliases = ["approximationError", "fisherConditionNumber"];

  test.each(functions.map(({name}) => name))("%s says what there is to say", name => {
    const found = functions.find(other => other.name === name)!;
    const {blocks, errors, examples} = docstringOf(found);
    expect(blocks.length).toBeGreaterThan(0);
    expect(signatureOf(name)).toMatch(new RegExp(`^(function|const) ${name}\\b`));
    if (aliases.includes(name)) return;
    expect(examples.length).toBeGreaterThan(0);
    expect(errors.length).toBeGreaterThan(0);
    for (const block of blocks)
      if ("formula" in block) expect(formulaHtml(block.formula)).not.toContain("<pre");
  });

  test("link to one another, to claims and to pages", () => {
    const html = functionHtml("momentumCovariance") ?? "";
    expect(html).toContain('<a href="../ledger#LZU-Thm2">LZU-Thm2</a>: holds');
    expect(html).toContain('<a href="../finite-rate/momentum">');
    expect(html).toContain("<code>learningRate</code>");
    expect(functionHtml("excessLoss")).toContain('<a href="./momentumCovariance">');
    expect(functionHtml("momentum")).toBeUndefined();
  });

  test("the list has every one of them once", () => {
    const html = functionListHtml();
    const listed = [...html.matchAll(/<li><a href="\.\/api\/(\w+)"><code>\1/g)];
    expect(listed.map(([, name]) => name).sort()).toEqual(functions.map(({name}) => name).sort());
    expect(html).not.toMatch(/href="\.\/(?!api\/)/);
  });
});

test("a docstring is read by part", () => {
  const text = commentText(
    "/**\n * Twice x\n *\n *     2x,\n *     x + x\n *\n * of any x. More.\n *\n * @param x a number\n" +
      " * @throws RangeError if x\n * is none. @throws TypeError never\n * @example\n * twice(1); // 2\n */"
  );
  expect(readDocstring(text)).toEqual({
    blocks: [{prose: "Twice x"}, {formula: ["    2x,", "    x + x"]}, {prose: "of any x. More."}],
    parameters: ["x a number"],
    errors: ["RangeError if x is none.", "TypeError never"],
    examples: ["twice(1); // 2"]
  });
});

test.each([
  ["Σᵢⱼ = λCᵢⱼ/2", "Σ_{ij} = λC_{ij}/2"],
  ["AᵀX⁻¹", "A^{\\mathsf{T}}X^{-1}"],
  ["√(1 − (a))", "\\sqrt{1 - (a)}"],
  ["θ̂ − ψ̄", "\\hat{θ} - \\bar{ψ}"],
  ["‖Ŝ‖ ≠ 0", "\\|\\hat{S}\\| \\ne  0"],
  ["2/λmax", "2/λ_{\\max}"],
  ["n/(n−p) (HC1)", "n/(n-p) (\\text{ HC1 })"],
  ["½ Tr K", "\\tfrac{1}{2} \\operatorname{Tr} K"]
])("%s is %s in TeX", (text, tex) => {
  expect(formulaTex(text)).toBe(tex);
  expect(formulaHtml([text])).toContain("katex");
});

test("what TeX does not take stands as it is written", () => {
  expect(formulaHtml(["    {x"])).toBe('<pre tabindex="0"><code>    {x</code></pre>\n');
});

test("fields come with those that an interface inherits", () => {
  const names = fieldsOf("ConstantMomentum", publicNames()).map(({name}) => name);
  expect(names).toEqual(["hessian", "learningRate", "momentum"]);
});

test("claims are found by what predicts, pages by what they import", () => {
  const ids = claimsUsing("stabilityLimit", "lib/stationary/stabilityLimit.ts");
  expect(ids).toEqual([]);
  const sgd = claimsUsing("sgdCovariance", "lib/stationary/sgdCovariance.ts").map(({id}) => id);
  expect(sgd).toContain("LZU-Thm1");
  expect(pagesUsing("lib/stationary/sgdCovariance.ts").length).toBeGreaterThan(1);
});
