import katex from "katex";
import {macros} from "./macros.js";

/** Where a formula stands: in a line, on its own, or in a heading. */
export type TexPlace = "inline" | "display" | "heading";

const rendered = new Map<string, string>();

/**
 * TeX as HTML with the MathML beside it, strictly: what LaTeX would not accept is an error here too.
 * In a heading the MathML stands alone and without its TeX, because the table of contents copies a
 * heading's text, and would copy the formula three times.
 *
 * @throws katex.ParseError if `tex` is not well formed
 * @example renderTex("\\Tr \\Sigma", "inline")  // <span class="katex">…
 */
export function renderTex(tex: string, place: TexPlace): string {
  const key = `${place} ${tex}`;
  let html = rendered.get(key);
  if (html === undefined) {
    html = katex.renderToString(tex, {
      displayMode: place === "display",
      output: place === "heading" ? "mathml" : "htmlAndMathml",
      strict: "error",
      throwOnError: true,
      trust: false,
      // KaTeX writes \gdef into the object that it is given.
      macros: {...macros}
    });
    if (place === "heading") html = html.replace(/<annotation .*?<\/annotation>/s, "");
    rendered.set(key, html);
  }
  return html;
}
