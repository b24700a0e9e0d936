import katex from "katex";
import {macros} from "./macros.js";

const rendered = new Map<string, string>();

/**
 * TeX as HTML with the MathML beside it, strictly: what LaTeX would not accept is an error here too.
 *
 * @throws katex.ParseError if `tex` is not well formed
 * @example renderTex("\\Tr \\Sigma", false)  // <span class="katex">…
 */
export function renderTex(tex: string, displayMode: boolean): string {
  const key = `${displayMode ? "D" : "I"}${tex}`;
  let html = rendered.get(key);
  if (html === undefined) {
    html = katex.renderToString(tex, {
      displayMode,
      output: "htmlAndMathml",
      strict: "error",
      throwOnError: true,
      trust: false,
      // KaTeX writes \gdef into the object that it is given.
      macros: {...macros}
    });
    rendered.set(key, html);
  }
  return html;
}
