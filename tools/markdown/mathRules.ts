import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import {addAnchor} from "./anchors.js";
import {locateTokens} from "./lines.js";
import {equationId, type MathMeta} from "./math.js";
import type {Notation} from "./notation.js";
import {offerLetters} from "./offerLetters.js";
import {type Environment, pageState, report} from "./page.js";
import {renderTex} from "./renderTex.js";
import type {Site} from "./site.js";
import type {Statement} from "./statementKinds.js";
import {symbolLinks} from "./symbolLinks.js";

const formulaInSummary = /<summary>[^<]*?(\$[^\s${}<>](?:[^$\n<>]*[^\s$<>])?\$(?!\d))/;

const isMath = /^math_(?:inline|display|block)$/;

/** Reports dollars that neither open a formula, nor are money, nor are escaped; and formulas in summaries. */
export function strayDollars(state: StateCore): void {
  for (const {token, line, siblings, index} of locateTokens(state.tokens)) {
    const formula = token.type === "html_block" && formulaInSummary.exec(token.content)?.[1];
    if (formula)
      report(
        state.env as Environment,
        line,
        `${formula} stands in a <summary>, which is raw HTML and has no formulas`
      );
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

/**
 * A core rule that renders every formula of a page, with its symbols as links, and lists them at the
 * page's end; TeX errors name file, line and the TeX.
 */
export function renderMath(site: Site): (state: StateCore) => void {
  return state => {
    const env = state.env as Environment;
    const page = pageState(env);
    if (page.scanning) return;
    const symbols = symbolLinks(env, site);
    let heading = false;
    let anchors = 0;
    let document: Notation | undefined;
    for (const {token, line} of locateTokens(state.tokens)) {
      // The first h1 is the page's title, which the table of contents leaves out.
      if (token.type === "heading_open") heading = token.tag !== "h1";
      else if (token.type === "heading_close") heading = false;
      else if (token.type === "statement_open") {
        const {id, local} = token.meta as Statement;
        document = local ? undefined : page.inventory.get(id)?.document.notation;
      } else if (token.type === "statement_close") document = undefined;
      anchors += linkDepth(token);
      if (!isMath.test(token.type)) continue;
      const meta = token.meta as MathMeta;
      const place = token.type === "math_inline" ? "inline" : "display";
      try {
        if (heading && place === "inline") meta.html = renderTex(token.content, "heading");
        else if (!symbols) meta.html = renderTex(token.content, place);
        else
          meta.html = symbols.render(
            token.content,
            place,
            {line, document, links: anchors === 0},
            meta
          );
      } catch (error) {
        report(env, line, `TeX error in ${token.content.trim()}: ${(error as Error).message}`);
        meta.html = `<code class="math-error">${state.md.utils.escapeHtml(token.content)}</code>`;
      }
    }
    const list = symbols?.finish();
    if (list) state.tokens.push(htmlToken(state, list));
    if (page.letters.length) offerLetters(state, page.letters);
  };
}

/** How many links, buttons and labels a token opens, less those that it closes. */
function linkDepth({type, content}: Token): number {
  if (type === "link_open") return 1;
  if (type === "link_close") return -1;
  if (type !== "html_inline") return 0;
  if (/^<(?:a|button|label|summary)[\s>]/i.test(content)) return 1;
  return /^<\/(?:a|button|label|summary)>/i.test(content) ? -1 : 0;
}

function htmlToken(state: StateCore, html: string): Token {
  const token = new state.Token("html_block", "", 0);
  token.content = html;
  return token;
}

function excerpt(text: string): string {
  const at = Math.max(0, text.search(/\$(?!\d)/) - 15);
  return text.slice(at, at + 40).replace(/\n/g, " ");
}
