import {expect, test} from "vitest";
import {mendMathml} from "../../../tools/markdown/mathml.js";
import {renderMarkedTex, renderTex} from "../../../tools/markdown/renderTex.js";

const mathml = (html: string) =>
  /<semantics>(.*)<annotation/s.exec(html)?.[1].replace(/^<mrow>|<\/mrow>$/g, "");

test.each([
  ["\\lambda_{\\min}", "<msub><mi>λ</mi><mrow><mi>min</mi><mo>\u2061</mo></mrow></msub>"],
  [
    "\\lambda_{\\max}^2",
    "<msubsup><mi>λ</mi><mrow><mi>max</mi><mo>\u2061</mo></mrow><mn>2</mn></msubsup>"
  ],
  ["x^{\\sin}", "<msup><mi>x</mi><mrow><mi>sin</mi><mo>\u2061</mo></mrow></msup>"],
  [
    "\\frac{\\min}{\\Tr}",
    '<mfrac><mrow><mi>min</mi><mo>\u2061</mo></mrow><mrow><mi mathvariant="normal">Tr</mi><mo>\u2061</mo></mrow></mfrac>'
  ],
  ["d_{\\mathrm{eff}}", '<msub><mi>d</mi><mrow><mi mathvariant="normal">eff</mi></mrow></msub>'],
  ["\\sqrt[\\min]{x}", "<mroot><mi>x</mi><mrow><mi>min</mi><mo>\u2061</mo></mrow></mroot>"]
])("the MathML of %s has the children that it wants", (tex, expected) => {
  expect(mathml(renderTex(tex, "inline"))).toBe(expected);
  expect(mathml(renderMarkedTex(tex, "inline").html)).toBe(expected);
});

test.each(["\\min_x f", "\\sin^2 x", "\\E_{x}\\norm{x}", "a + b"])("%s is as it was", tex => {
  const math = /<math.*<\/math>/s.exec(renderTex(tex, "display"))?.[0] ?? "";
  expect(mendMathml(math)).toBe(math);
});

test("an element with too many children, or too few, is an error", () => {
  const fraction = (inner: string) => `<math><mfrac>${inner}</mfrac></math>`;
  expect(() => mendMathml(fraction("<mn>1</mn>"))).toThrow(
    "MathML: <mfrac> has 1 children, and wants 2"
  );
  expect(() => mendMathml(fraction("<mn>1</mn><mn>2</mn><mn>3</mn>"))).toThrow("has 3 children");
});
