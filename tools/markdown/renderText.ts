import {curled} from "./curlyQuotes.js";
import {holdMarks} from "./heldMarks.js";
import {renderTex} from "./renderTex.js";

/**
 * A line of text with TeX between dollars, as claims hold it, as HTML: formulas rendered, everything
 * else escaped. In the text itself `κ_F` and `T^(−2a)`, which a terminal shows as they are, have their
 * index and their power where they belong.
 *
 * @throws katex.ParseError if a formula is not well formed
 * @example renderText("$x < y$ & d_eff")  // <span class="katex">…</span> &amp; d<sub>eff</sub>
 */
export function renderText(text: string): string {
  const pieces = text.split(/\$([^$]+)\$/).map((piece, i) => {
    const isFormula = i % 2 === 1;
    const html = isFormula ? renderTex(piece, "inline") : raiseAndLower(escapeHtml(curled(piece)));
    return {html, isFormula};
  });
  return pieces.map((piece, i) => holdMarks(piece, pieces[i - 1], pieces[i + 1])).join("");
}

function raiseAndLower(html: string): string {
  return html
    .replace(/(?<![\p{L}_])(\p{L})_([a-z]{2,}|\p{L}⋆?|\d+)/gu, "$1<sub>$2</sub>")
    .replace(/(?<=[\p{L})⟩])\^(?:\(([^()]*)\)|([−-]?(?:[½¼]|\d+|\p{L})))/gu, "<sup>$1$2</sup>");
}

/** Text as HTML that shows it. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Text that is read out and not seen, as HTML: the commas between what stands side by side. */
export const unseen = (text: string): string =>
  `<span class="visually-hidden">${escapeHtml(text)}</span>`;
