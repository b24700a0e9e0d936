import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import {addAnchor} from "./anchors.js";
import {locateTokens} from "./lines.js";
import {equationId, type MathMeta} from "./math.js";
import {type Environment, pageState, report} from "./page.js";
import {renderTex} from "./renderTex.js";

const isMath = /^math_(?:inline|display|block)$/;

/** Reports dollars that neither open a formula, nor are money, nor are escaped. */
export function strayDollars(state: StateCore): void {
  for (const {token, line, siblings, index} of locateTokens(state.tokens)) {
    if (token.type !== "text") continue;
    // "$${price}" is a dollar and an expression.
    const text =
      siblings[index + 1]?.type === "placeholder"
        ? token.content.replace(/\$$/, "")
        : token.content;
    if (/\$(?!\d)/.test(text))
      report(
        state.env as Environment,
        line,
        `unmatched $ in "${excerpt(text)}"; write \\$ for a dollar sign`
      );
  }
}

/** Numbers the labelled equations of a page and makes them targets. */
export function numberEquations(state: StateCore): void {
  const env = state.env as Environment;
  const page = pageState(env);
  for (const {token, line} of locateTokens(state.tokens)) {
    if (token.type !== "math_block") continue;
    const meta = token.meta as MathMeta;
    if (!meta.label) continue;
    const number = ++page.equations;
    meta.number = number;
    addAnchor(env, equationId(meta.label), line);
    page.targets.set(`eq:${meta.label}`, {
      kind: "equation",
      id: equationId(meta.label),
      text: `(${number})`,
      summary: `Equation (${number})`,
      line,
      shared: false
    });
  }
}

/** Renders every formula of a page; TeX errors name file, line and the TeX. */
export function renderMath(state: StateCore): void {
  const env = state.env as Environment;
  if (pageState(env).scanning) return;
  let heading = false;
  for (const {token, line} of locateTokens(state.tokens)) {
    // The first h1 is the page's title, which the table of contents leaves out.
    if (token.type === "heading_open") heading = token.tag !== "h1";
    else if (token.type === "heading_close") heading = false;
    if (!isMath.test(token.type)) continue;
    const meta = token.meta as MathMeta;
    const place = token.type !== "math_inline" ? "display" : heading ? "heading" : "inline";
    try {
      meta.html = renderTex(token.content, place);
    } catch (error) {
      report(env, line, `TeX error in ${token.content.trim()}: ${(error as Error).message}`);
      meta.html = `<code class="math-error">${state.md.utils.escapeHtml(token.content)}</code>`;
    }
  }
}

function excerpt(text: string): string {
  const at = Math.max(0, text.search(/\$(?!\d)/) - 15);
  return text.slice(at, at + 40).replace(/\n/g, " ");
}
