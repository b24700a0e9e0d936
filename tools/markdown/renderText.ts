import {renderTex} from "./renderTex.js";

/**
 * A line of text with TeX between dollars, as claims hold it, as HTML: formulas rendered, everything
 * else escaped.
 *
 * @throws katex.ParseError if a formula is not well formed
 * @example renderText("$x < y$ & more")  // <span class="katex">…</span> &amp; more
 */
export function renderText(text: string): string {
  return text
    .split(/\$([^$]+)\$/)
    .map((piece, i) => (i % 2 ? renderTex(piece, "inline") : escapeHtml(piece)))
    .join("");
}

/** Text as HTML that shows it. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
