import type Token from "markdown-it/lib/token.mjs";

/** A token with the line of the content on which it stands, from 0. */
export interface Located {
  readonly token: Token;
  readonly line: number;
  /** The list that holds the token: the page's, or the children of a paragraph. */
  readonly siblings: Token[];
  readonly index: number;
}

/** Every token of a page, children after their paragraph, each with its line. */
export function* locateTokens(tokens: Token[]): Generator<Located> {
  let line = 0;
  for (const [index, token] of tokens.entries()) {
    // Cells of a table carry no line of their own: their row's stands for them.
    if (token.map) line = token.map[0];
    yield {token, line, siblings: tokens, index};
    if (token.children) yield* locateChildren(token.children, line);
  }
}

function* locateChildren(children: Token[], start: number): Generator<Located> {
  let line = start;
  for (const [index, token] of children.entries()) {
    if (typeof token.meta?.lines === "number") line = start + token.meta.lines;
    yield {token, line, siblings: children, index};
    if (token.type === "softbreak" || token.type === "hardbreak") ++line;
    else line += token.content.split("\n").length - 1;
    if (token.children) yield* locateChildren(token.children, line);
  }
}
