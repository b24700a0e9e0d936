import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {renderMarkedTex, renderTex} from "../../../tools/markdown/renderTex.js";
import {pageFiles} from "../../../tools/markdown/scanPages.js";
import {root} from "../../../tools/root.js";

/** The letters that each mark stands on. */
const marked = (tex: string) =>
  [...renderMarkedTex(tex, "inline").html.matchAll(/<span data-symbol="(\d+)"[^>]*>([^<]*)</g)]
    .sort(([, a], [, b]) => Number(a) - Number(b))
    .map(([, , text]) => text);

/** A formula's boxes, with the letters that stand side by side joined. */
const boxes = (html: string) =>
  html
    .replace(/<span (?:data-symbol="\d+" )?class="mord[^>]*>([^<]*)<\/span>/g, "$1")
    .replace(/<span style="padding-left:[^>]*>([^<]*)<\/span>/g, "$1");

describe("a marked formula", () => {
  it("marks each symbol once, on its letter", () => {
    expect(marked("\\mu_F\\le\\frac{\\eta}{b}\\operatorname{Tr}\\bar\\psi_n\\Sigma^{-1}")).toEqual([
      "μ",
      "η",
      "b",
      "Tr",
      "ψ",
      "Σ"
    ]);
  });

  it("leaves words, differentials and subscripts alone", () => {
    expect(marked("\\text{for all }x\\,\\frac{d}{dt}\\,\\theta_{ij}")).toEqual(["x", "θ"]);
  });

  it("keeps its MathML, its TeX included", () => {
    const mathml = (html: string) => /<math.*<\/math>/s.exec(html)?.[0];
    const tex = "L'(\\theta)<b\\quad\\text{a&b}".replace("&", "\\&");
    expect(mathml(renderMarkedTex(tex, "inline").html)).toBe(mathml(renderTex(tex, "inline")));
  });

  it("has the boxes of the plain one, for every formula of the site", () => {
    const source = join(root, "src");
    const formulas = pageFiles(source).flatMap(file => {
      const text = readFileSync(join(source, file), "utf8").replace(/```[\s\S]*?```/g, "");
      return [...text.matchAll(/\$\$([^$]+)\$\$/g)].map(([, tex]) => tex);
    });
    expect(formulas.length).toBeGreaterThan(100);
    for (const tex of formulas) {
      const {html, symbols} = renderMarkedTex(tex, "display");
      expect(boxes(html)).toBe(boxes(renderTex(tex, "display")));
      expect(html.match(/data-symbol=/g)?.length ?? 0).toBe(symbols.length);
    }
  });

  it("names the place of an error in the formula as it is written", () => {
    const message = (render: () => unknown) => {
      try {
        render();
      } catch (error) {
        return (error as Error).message;
      }
    };
    const tex = "a + \\frac{1";
    expect(message(() => renderMarkedTex(tex, "inline"))).toBe(
      message(() => renderTex(tex, "inline"))
    );
    expect(message(() => renderTex(tex, "inline"))).toContain("KaTeX parse error");
  });
});
