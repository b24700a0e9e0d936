import {expect, test} from "vitest";
import {readableFormula} from "../../../tools/site/readableFormula.js";

test.each([
  ["\\lambda_{\\max} \\le \\tfrac12", "λ_max ≤ 1/2"],
  ["\\kappaF\\,\\deff", "κ_F d_eff"],
  ["\\frac{a+b}{2}", "(a + b)/2"],
  ["\\Sigma^{-1}", "Σ^−1"],
  ["\\sqrt{x}", "√x"],
  ["\\operatorname{Tr} H", "Tr H"],
  ["\\frac{1", "\\frac{1"]
])("%s is %s", (tex, text) => {
  expect(readableFormula(tex)).toBe(text);
});
