import {readFileSync} from "node:fs";
import {join} from "node:path";
import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import {parsePlaceholder} from "@observablehq/framework/dist/placeholder.js";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import {useNoisefloor} from "../markdown/index.js";
import {locateTokens} from "../markdown/lines.js";
import {createPageState, type Environment, frontMatter} from "../markdown/page.js";

/** A piece of code as it stands on a page: a fence, or an expression in the text. */
export interface Source {
  /** The page's file, relative to the working directory. */
  readonly file: string;
  /** Line in that file where `content` begins, from 1. */
  readonly line: number;
  /** The words after the fence's backticks; undefined for an expression. */
  readonly info?: string;
  readonly content: string;
}

interface Collected extends Environment {
  code: object[];
  sources: {line: number; info?: string; content: string}[];
}

/**
 * A function that lists the code of a page below `root`, as Framework finds it once the site's own
 * Markdown rules have taken what is theirs.
 */
export function sourceReader(root: string): (page: string) => Source[] {
  const md = createMarkdownIt({
    linkify: false,
    markdownIt: it => {
      useNoisefloor(it, {root, sink: () => {}});
      // Before Framework cuts HTML at its expressions: the pieces have no line.
      it.core.ruler.after("inline", "noisefloor_code", collect);
      return it;
    }
  });
  return page => {
    const {content} = frontMatter(readFileSync(join(root, page), "utf8"));
    const state = createPageState(page, {root, sink: () => {}}, true);
    const env: Collected = {path: page, code: [], sources: [], noisefloor: state};
    md.parse(content, env);
    return env.sources.map(source => ({
      ...source,
      file: state.file,
      line: state.lineOffset + source.line + 1
    }));
  };
}

function collect(state: StateCore): void {
  const {sources} = state.env as Collected;
  const alternatives = new Set<Token[] | null>();
  for (const {token, line, siblings} of locateTokens(state.tokens)) {
    // An image's alternative text is text alone.
    if (token.type === "image" || alternatives.has(siblings)) alternatives.add(token.children);
    else if (token.type === "fence")
      sources.push({line: line + 1, info: token.info, content: token.content});
    else if (token.type === "placeholder") sources.push({line, content: token.content});
    else if (token.type === "html_block") collectHtml(token.content, line, sources);
  }
}

function collectHtml(html: string, start: number, sources: Collected["sources"]): void {
  let line = start;
  for (const {type, content} of parsePlaceholder(html)) {
    if (type === "placeholder") sources.push({line, content});
    line += content.split("\n").length - 1;
  }
}
