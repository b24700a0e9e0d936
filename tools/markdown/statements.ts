import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import {statementKinds} from "../../claims/statementKind.js";
import {addAnchor} from "./anchors.js";
import {closesDirective, type Directive, parseDirective} from "./directive.js";
import {judge} from "./evidence.js";
import {type Environment, pageState, report} from "./page.js";
import {readStatement} from "./readStatement.js";
import {siteBlocks} from "./siteBlocks.js";
import {statementHeader} from "./statementHtml.js";

const kinds = new Set<string>(["item", ...statementKinds]);
const versions: Readonly<Record<string, string>> = {"as-printed": "As printed", holds: "Holds"};

/**
 * Blocks between `::: …` and `:::`: statements with their id, the two versions of a corrected one
 * (`::: as-printed`, then `::: holds`), `::: also-checked` around statements that make a table, `::: bibliography :::`,
 * and those of `siteBlocks`. Blocks nest.
 */
export function useStatements(md: MarkdownIt): void {
  md.block.ruler.before("fence", "statement", block, {
    alt: ["paragraph", "reference", "blockquote", "list"]
  });
  const {escapeHtml} = md.utils;
  const rules = md.renderer.rules;
  rules["statement_open"] = (tokens, i) => statementHeader(tokens[i].meta, escapeHtml);
  rules["statement_title_open"] = () => '<span class="statement-title">';
  rules["statement_title_close"] = () => "</span>";
  rules["statement_body_open"] = (tokens, i) =>
    `${tokens[i].meta}</header>\n<div class="statement-body">\n`;
  rules["statement_close"] = (tokens, i) => `</div>\n${tokens[i].meta}</section>\n`;
  rules["versions_open"] = () => '<div class="versions">\n';
  rules["versions_close"] = () => "</div>\n";
  rules["version_open"] = (tokens, i) =>
    `<div class="version version--${tokens[i].info}">\n` +
    `<p class="version-label">${versions[tokens[i].info]}</p>\n`;
  rules["version_close"] = () => "</div>\n";
  rules["also_checked_open"] = () =>
    '<section class="also-checked" aria-label="Also checked on this page">\n' +
    '<p class="also-title">Also checked on this page</p>\n';
  rules["also_checked_close"] = () => "</section>\n";
  rules["ledger"] = (tokens, i) => tokens[i].meta as string;
}

/** The first word of a block, as its line has it. */
const nameOf = ({kind, id}: Directive) => (kind === "item" ? id : kind);

function block(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (state.sCount[start] - state.blkIndent >= 4) return false;
  const text = lineText(state, start);
  if (!text.startsWith(":::")) return false;
  if (silent) return true;
  const env = state.env as Environment;
  const directive = parseDirective(text);
  const last = directive && !directive.leaf ? findEnd(state, start, end) : start;
  if (!directive) report(env, start, `"${text}" ends a block that was not opened`);
  else if (last < 0) report(env, start, `::: ${nameOf(directive)} is not closed`);
  else if (kinds.has(directive.kind)) statement(state, directive, start, last);
  else if (directive.kind === "also-checked") alsoChecked(state, start, last);
  else if (directive.kind === "as-printed") return printedAndHolds(state, start, last, end);
  else if (directive.kind === "holds") report(env, start, "::: holds must follow ::: as-printed");
  else if (directive.kind === "bibliography") bibliography(state, start);
  else if (siteBlocks[directive.kind]) siteBlocks[directive.kind](state, directive, start);
  else report(env, start, `unknown block ::: ${directive.kind}`);
  state.line = Math.max(start, last) + 1;
  return true;
}

function statement(state: StateBlock, directive: Directive, start: number, last: number): void {
  const env = state.env as Environment;
  const page = pageState(env);
  const meta = readStatement(directive, env, start);
  const {shown, badge, evidence} = judge(meta, page.evidence, page.doubts);
  addAnchor(env, meta.id, start);
  const name = meta.source && !meta.local ? `${meta.source}, ${meta.label}` : meta.label;
  page.targets.set(meta.id, {
    kind: "statement",
    id: meta.id,
    text: meta.label,
    summary: meta.title ? `${name}: ${meta.title}` : name,
    line: start,
    shared: !meta.local
  });
  const open = state.push("statement_open", "section", 1);
  open.meta = {...meta, shown};
  open.block = true;
  open.map = [start, last + 1];
  if (meta.title) {
    state.push("statement_title_open", "span", 1);
    const title = state.push("inline", "", 0);
    title.content = meta.title;
    title.map = [start, start + 1];
    title.children = [];
    state.push("statement_title_close", "span", -1);
  }
  state.push("statement_body_open", "div", 0).meta = badge;
  const outer = page.statement;
  if (outer) report(env, start, `${meta.id} stands inside ${outer.id}; statements do not nest`);
  page.statement = {id: meta.id, corrected: false};
  tokenizeBody(state, start + 1, last);
  if (shown === "holds, corrected" && !page.statement.corrected)
    report(env, start, `${meta.id} is corrected: it needs ::: as-printed and ::: holds`);
  page.statement = outer;
  state.push("statement_close", "section", -1).meta = evidence;
}

/** Definitions and bookkeeping: statements as the rows of a table, where a panel each would hide what matters. */
function alsoChecked(state: StateBlock, start: number, last: number): void {
  if (pageState(state.env as Environment).statement)
    report(state.env as Environment, start, "::: also-checked stands inside a statement");
  state.push("also_checked_open", "section", 1).map = [start, last + 1];
  tokenizeBody(state, start + 1, last);
  state.push("also_checked_close", "section", -1);
}

function printedAndHolds(state: StateBlock, start: number, last: number, end: number): boolean {
  const env = state.env as Environment;
  let next = last + 1;
  while (next < end && state.isEmpty(next)) ++next;
  const follows = next < end && parseDirective(lineText(state, next))?.kind === "holds";
  const nextLast = follows ? findEnd(state, next, end) : -1;
  const current = pageState(env).statement;
  if (!current) report(env, start, "::: as-printed stands outside a statement");
  else current.corrected = true;
  if (nextLast < 0) report(env, start, "::: as-printed must be followed by ::: holds … :::");
  state.push("versions_open", "div", 1);
  version(state, "as-printed", start, last);
  if (nextLast >= 0) version(state, "holds", next, nextLast);
  state.push("versions_close", "div", -1);
  state.line = (nextLast >= 0 ? nextLast : last) + 1;
  return true;
}

function version(state: StateBlock, name: string, start: number, last: number): void {
  state.push("version_open", "div", 1).info = name;
  tokenizeBody(state, start + 1, last);
  state.push("version_close", "div", -1);
}

function bibliography(state: StateBlock, start: number): void {
  pageState(state.env as Environment).bibliography = true;
  const token = state.push("bibliography", "", 0);
  token.map = [start, start + 1];
}

function tokenizeBody(state: StateBlock, from: number, to: number): void {
  const {lineMax, parentType} = state;
  state.lineMax = to;
  // Of the parents that markdown-it knows, a quote is the one whose paragraphs end at its last line.
  state.parentType = "blockquote";
  state.md.block.tokenize(state, from, to);
  state.lineMax = lineMax;
  state.parentType = parentType;
}

/** The line that closes the block opened on `start`, or −1. */
function findEnd(state: StateBlock, start: number, end: number): number {
  let depth = 1;
  let fence = "";
  for (let line = start + 1; line < end; ++line) {
    if (!state.isEmpty(line) && state.sCount[line] < state.blkIndent) return -1;
    const text = lineText(state, line);
    const mark = /^(?:`{3,}|~{3,})/.exec(text)?.[0];
    if (fence) {
      if (mark?.startsWith(fence) && text.trim() === mark) fence = "";
    } else if (mark) fence = mark;
    else if (closesDirective(text) && --depth === 0) return line;
    else if (parseDirective(text)?.leaf === false) ++depth;
  }
  return -1;
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]);
}
