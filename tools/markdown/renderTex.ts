import katex from "katex";
import {macros} from "./macros.js";
import {mendMathml} from "./mathml.js";
import {type MarkedFormula, markSymbols} from "./symbolMarks.js";

/** Where a formula stands: in a line, on its own, or in a heading. */
export type TexPlace = "inline" | "display" | "heading";

const rendered = new Map<string, string>();
const marked = new Map<string, MarkedFormula>();

/**
 * TeX as HTML with the MathML beside it, strictly: what LaTeX would not accept is an error here too.
 * In a heading the MathML stands alone and without its TeX, because the table of contents copies a
 * heading's text, and would copy the formula three times.
 *
 * @throws katex.ParseError if `tex` is not well formed; Error if its MathML would not be
 * @example renderTex("\\Tr \\Sigma", "inline")  // <span class="katex">…
 */
export function renderTex(tex: string, place: TexPlace): string {
  const key = `${place} ${tex}`;
  let html = rendered.get(key);
  if (html === undefined) {
    html = render(tex, place);
    if (place === "heading") html = html.replace(/<annotation .*?<\/annotation>/s, "");
    rendered.set(key, html);
  }
  return html;
}

/**
 * The same, with every symbol marked; the MathML is left as it is.
 *
 * @throws katex.ParseError if `tex` is not well formed
 */
export function renderMarkedTex(tex: string, place: "inline" | "display"): MarkedFormula {
  const key = `${place} ${tex}`;
  let formula = marked.get(key);
  if (formula === undefined) {
    try {
      formula = markSymbols(tex, source => render(source, place));
    } catch {
      // The message should count positions in the formula as it is written.
      formula = {html: renderTex(tex, place), symbols: []};
    }
    marked.set(key, formula);
  }
  return formula;
}

function render(tex: string, place: TexPlace): string {
  const html = katex.renderToString(tex, {
    displayMode: place === "display",
    output: place === "heading" ? "mathml" : "htmlAndMathml",
    strict: "error",
    throwOnError: true,
    trust: false,
    // KaTeX writes \gdef into the object that it is given.
    macros: {...macros}
  });
  return mendMathml(html);
}
