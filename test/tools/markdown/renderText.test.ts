import {expect, test} from "vitest";
import {renderText} from "../../../tools/markdown/renderText.js";

test.each([
  ["κ_F²d_eff/d", "κ<sub>F</sub>²d<sub>eff</sub>/d"],
  ["2µ_Fη₀ and P_θ⋆", "2µ<sub>F</sub>η₀ and P<sub>θ⋆</sub>"],
  ["F^−½HF^−½ on ℝ^d", "F<sup>−½</sup>HF<sup>−½</sup> on ℝ<sup>d</sup>"],
  ["T^(−2λη₀)‖Δ‖²", "T<sup>−2λη₀</sup>‖Δ‖²"],
  ["a name_of_code, 2^k & <b>", "a name_of_code, 2^k &amp; &lt;b&gt;"]
])("text %j has its indices and powers where they belong", (text, html) => {
  expect(renderText(text)).toBe(html);
});

test("formulas are left to TeX", () => {
  expect(renderText("$a_b$ and a_b")).toMatch(/<span class="katex">.* and a<sub>b<\/sub>$/);
});
