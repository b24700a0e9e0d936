import {expect, it} from "vitest";
import {macros} from "../../../tools/markdown/macros.js";
import {renderTex} from "../../../tools/markdown/renderTex.js";

it.each(Object.entries(macros))("%s is TeX", (name, body) => {
  const count = new Set(body.match(/#\d/g)).size;
  const html = renderTex(`x${name}${"{y}".repeat(count)} z`, "inline");
  expect(html).toContain("<math ");
  expect(html).not.toContain("katex-error");
});

it("a page's own definitions stay in their formula", () => {
  renderTex("\\gdef\\Tr{t}\\Tr", "inline");
  expect(renderTex("\\Tr A", "inline")).toContain(">Tr</mi>");
  expect(macros["\\Tr"]).toBe("\\operatorname{Tr}");
});
