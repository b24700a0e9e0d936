import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import {type Environment, report} from "./page.js";

/** What stands for a token that is no text: nothing that a label holds. */
const gap = "\uFFFC";
const FOOTNOTE = /\[\^[^\]\s]+\](?!:)/g;
const LINK = /\[[^[\]\n]+\]\[([^[\]\n]*)\]/g;

/**
 * A core rule that reports footnotes, which the site's Markdown has not, and links `[words][label]` without a line
 * `[label]: address`: both would be shown as they are typed.
 */
export function undefinedReferences(state: StateCore): void {
  const env = state.env as Environment;
  let line = 0;
  for (const token of state.tokens) {
    // Cells of a table have no line: that of their row counts.
    if (token.map) line = token.map[0];
    if (token.type !== "inline") continue;
    const {text, lines} = flatten(token.children ?? []);
    const first = line;
    const at = (index: number) =>
      first + text.slice(0, index).split("\n").length - 1 + lines(index);
    for (const match of text.matchAll(FOOTNOTE))
      report(env, at(match.index), `${match[0]}: the site has no footnotes`);
    for (const match of text.matchAll(LINK))
      report(
        env,
        at(match.index),
        `${match[0]}: no line [${match[1] || match[0].slice(1, match[0].indexOf("]"))}]: address defines it`
      );
  }
  for (const [line, text] of state.src.split("\n").entries()) {
    const label = /^ {0,3}\[(\^[^\]\s]+)\]:/.exec(text)?.[1];
    const {references = {}} = state.env as {references?: Record<string, unknown>};
    if (label && label.toUpperCase() in references)
      report(env, line, `[${label}]: the site has no footnotes`);
  }
}

/** The text of a paragraph, words of links included, and the lines that what is no text takes before an index. */
function flatten(children: readonly Token[]): {text: string; lines: (index: number) => number} {
  let text = "";
  const taken: {index: number; lines: number}[] = [];
  for (const {type, content, markup} of children) {
    if (type === "text") text += content;
    else if (type === "softbreak" || type === "hardbreak") text += "\n";
    // Emphasis is no break in the words of a link.
    else if (!/^(?:em|strong)_(?:open|close)$/.test(type)) {
      text += gap;
      taken.push({index: text.length, lines: content.split("\n").length - 1});
    } else text += markup;
  }
  return {
    text,
    lines: index => taken.reduce((sum, item) => sum + (item.index <= index ? item.lines : 0), 0)
  };
}
