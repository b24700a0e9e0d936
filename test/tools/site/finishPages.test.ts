import {expect, test} from "vitest";
import {renderTex} from "../../../tools/markdown/renderTex.js";
import {withoutTex} from "../../../tools/site/finishPages.js";

test("formulas are published without their TeX, and are otherwise as they were", () => {
  const html = `a ${renderTex("x < \\lambda'_1 + \\Sigma", "inline")} b`;
  expect(html).toContain("annotation");
  const published = withoutTex(html);
  expect(published).not.toMatch(/annotation|\\lambda/);
  expect(published).toMatch(
    /^a <span class="katex"><span class="katex-mathml"><math .*<\/semantics>/
  );
  const [, hidden] = html.split('class="katex-html"');
  expect(published.endsWith(hidden)).toBe(true);
});
