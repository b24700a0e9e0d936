import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import type Token from "markdown-it/lib/token.mjs";
import {holdMarks, type Piece} from "./heldMarks.js";
import {type Environment, report} from "./page.js";
import {escapeHtml} from "./renderText.js";

/** What a math token carries besides its TeX (`content`). */
export interface MathMeta {
  /** Newlines between the start of the paragraph and the formula. */
  readonly lines: number;
  /** Name after `{#eq:…}`. */
  label?: string;
  number?: number;
  html?: string;
  /** True where the formula says what a symbol means, and so leads nowhere. */
  declares?: boolean;
}

const DISPLAY_END = /\$\$[ \t]*(?:\{#eq:([\w.-]+)\}[ \t]*)?$/;

/**
 * `$…$` in a line, `$$…$$` in a line or as a block, `$$…$$ {#eq:name}` as a block with a number.
 *
 * A dollar before `{` belongs to Framework's `${…}`, always: it neither opens nor closes a formula, and
 * no formula reaches across it. An opening dollar is not followed by space, a closing one is neither
 * preceded by space nor followed by a digit, so that `$5 and $6` is money. `\$` is a dollar.
 */
export function useMath(md: MarkdownIt): void {
  md.inline.ruler.after("escape", "math", inlineMath);
  md.block.ruler.after("blockquote", "math", blockMath, {
    alt: ["paragraph", "reference", "blockquote", "list"]
  });
  for (const type of ["text", "math_inline"])
    md.renderer.rules[type] = (tokens, i) =>
      holdMarks(pieceOf(tokens[i])!, pieceOf(tokens[i - 1]), pieceOf(tokens[i + 1]));
  md.renderer.rules["math_display"] = (tokens, i) =>
    `<span class="math-display">${tokens[i].meta.html}</span>`;
  md.renderer.rules["math_block"] = (tokens, i) => blockHtml(tokens[i]);
}

function inlineMath(state: StateInline, silent: boolean): boolean {
  const {src, pos, posMax} = state;
  if (src[pos] !== "$" || src[pos + 1] === "{") return false;
  const display = src[pos + 1] === "$";
  const start = pos + (display ? 2 : 1);
  const end = closingDollar(src, start, posMax, display);
  if (end < 0) return false;
  if (!silent) {
    const token = state.push(display ? "math_display" : "math_inline", "", 0);
    token.content = src.slice(start, end);
    token.markup = display ? "$$" : "$";
    const meta: MathMeta = {lines: src.slice(0, pos).split("\n").length - 1};
    token.meta = meta;
  }
  state.pos = end + (display ? 2 : 1);
  return true;
}

/** What a token of a line shows, if it is text or a formula. */
function pieceOf(token: Token | undefined): Piece | undefined {
  if (token?.type === "text") return {html: escapeHtml(token.content), isFormula: false};
  if (token?.type === "math_inline") return {html: token.meta.html, isFormula: true};
  return undefined;
}

/** Where the formula that starts at `start` ends, or −1 if none does. */
function closingDollar(src: string, start: number, max: number, display: boolean): number {
  if (start >= max || src[start] === "{" || (!display && /\s/.test(src[start]))) return -1;
  for (let i = start; i < max; ++i) {
    const c = src[i];
    if (c === "\\") ++i;
    else if (c === "`") return -1;
    else if (c === "$") {
      if (src[i + 1] === "{") return -1;
      if (display) {
        if (src[i + 1] === "$" && i + 1 < max) return src.slice(start, i).trim() ? i : -1;
        return -1;
      }
      if (i > start && !/\s/.test(src[i - 1]) && !/\d/.test(src[i + 1] ?? "")) return i;
      if (/\s/.test(src[i - 1])) return -1;
    }
  }
  return -1;
}

function blockMath(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean
): boolean {
  if (state.sCount[startLine] - state.blkIndent >= 4) return false;
  const lineText = (line: number) =>
    state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]);
  const first = lineText(startLine);
  if (!first.startsWith("$$") || first[2] === "{") return false;
  const rest = first.slice(2);
  // A formula that closes on its first line with words behind it is part of a paragraph.
  if (rest.includes("$$") && !DISPLAY_END.test(rest)) return false;

  let line = startLine;
  let end = DISPLAY_END.exec(rest);
  const content = [end ? rest.slice(0, end.index) : rest];
  while (!end && ++line < endLine && state.sCount[line] >= state.blkIndent) {
    const text = lineText(line);
    end = DISPLAY_END.exec(text);
    content.push(end ? text.slice(0, end.index) : text);
  }
  if (silent) return end !== null;
  if (!end) {
    report(state.env as Environment, startLine, "display math $$ is not closed");
    return false;
  }
  const token = state.push("math_block", "", 0);
  token.content = content.join("\n").trim();
  token.map = [startLine, line + 1];
  token.markup = "$$";
  const meta: MathMeta = {lines: 0, label: end[1]};
  token.meta = meta;
  token.block = true;
  state.line = line + 1;
  return true;
}

function blockHtml({meta}: Token): string {
  const {label, number, html} = meta as MathMeta;
  if (!label) return `<div class="equation"><div class="equation-body">${html}</div></div>\n`;
  const id = equationId(label);
  return (
    `<div class="equation equation--numbered" id="${id}"><div class="equation-body">${html}</div>` +
    `<a class="equation-number" href="#${id}" aria-label="Equation ${number}">(${number})</a></div>\n`
  );
}

/** The anchor of the equation labelled `{#eq:label}`. */
export function equationId(label: string): string {
  return `eq-${label}`;
}
