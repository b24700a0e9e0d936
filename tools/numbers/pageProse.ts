import {readFileSync} from "node:fs";
import {join} from "node:path";
import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import {parsePlaceholder} from "@observablehq/framework/dist/placeholder.js";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import {htmlTags} from "../markdown/htmlTags.js";
import {useNoisefloor} from "../markdown/index.js";
import {locateTokens} from "../markdown/lines.js";
import {createPageState, type Environment, frontMatter} from "../markdown/page.js";
import {gap, type Passage, passageOf} from "./passage.js";

/** A formula outside statements. */
export interface Formula {
  readonly file: string;
  readonly line: number;
  readonly tex: string;
}

/** What a page says outside its statements. */
export interface PageProse {
  readonly passages: readonly Passage[];
  readonly formulas: readonly Formula[];
}

interface Piece {
  text: string;
  line: number;
}

interface Collected extends Environment {
  code: object[];
  pieces: Piece[][];
  formulas: {tex: string; line: number}[];
}

/** Attributes of HTML that a reader sees or hears. */
const spoken = ["alt", "aria-description", "aria-label", "placeholder", "title"];

/** A function that reads the prose of a page below `root`: paragraphs, headings, cells of tables, HTML. */
export function proseReader(root: string): (page: string) => PageProse {
  const md = createMarkdownIt({
    linkify: false,
    markdownIt: it => {
      useNoisefloor(it, {root, sink: () => {}});
      // Before Framework cuts HTML at its expressions, and before texts are joined.
      it.core.ruler.after("noisefloor_headings", "noisefloor_prose", collect);
      return it;
    }
  });
  return page => {
    const {content} = frontMatter(readFileSync(join(root, page), "utf8"));
    const state = createPageState(page, {root, sink: () => {}}, true);
    const env: Collected = {path: page, code: [], pieces: [], formulas: [], noisefloor: state};
    md.parse(content, env);
    const {file} = state;
    const at = (line: number) => state.lineOffset + line + 1;
    return {
      passages: env.pieces.map(pieces =>
        passageOf(
          file,
          pieces.map(({text, line}) => ({text, line: at(line)}))
        )
      ),
      formulas: env.formulas.map(({tex, line}) => ({file, line: at(line), tex}))
    };
  };
}

function collect(state: StateCore): void {
  const env = state.env as Collected;
  let stated = 0;
  let current: Piece[] | undefined;
  const tokens = state.tokens;
  for (const {token, line, siblings} of locateTokens(tokens)) {
    if (token.type === "statement_open") ++stated;
    else if (token.type === "statement_close") --stated;
    if (stated > 0) continue;
    if (token.type === "inline") env.pieces.push((current = []));
    else if (/^math_/.test(token.type)) {
      env.formulas.push({tex: token.content, line: line + opening(token)});
      if (siblings !== tokens) current?.push({text: gap, line});
    } else if (token.type === "html_block") env.pieces.push(wordsOfHtml(token.content, line));
    else if (siblings === tokens) continue;
    else if (token.type === "text" || token.type === "text_special")
      current?.push({text: token.content, line});
    else if (token.type === "softbreak" || token.type === "hardbreak")
      current?.push({text: " ", line});
    else if (/^(?:placeholder|code_inline|reference)$/.test(token.type))
      current?.push({text: gap, line});
    else if (token.type === "image") current?.push({text: "", line});
  }
  for (const {attributes, line} of htmlTags(tokens))
    for (const name of spoken) {
      const text = attributes.get(name);
      if (text) env.pieces.push([{text, line}]);
    }
}

/** How many lines a display's dollars have for themselves before its formula. */
function opening({map, content}: Token): number {
  return map && map[1] - map[0] > content.split("\n").length ? 1 : 0;
}

/** The words between tags. */
function wordsOfHtml(html: string, start: number): Piece[] {
  const pieces: Piece[] = [];
  let line = start;
  for (const {type, content} of parsePlaceholder(html)) {
    const text =
      type === "placeholder"
        ? gap
        : content.replace(/<!--[\s\S]*?-->|<[^>]*>/g, tag => tag.replace(/[^\n]/g, ""));
    pieces.push({text, line});
    line += content.split("\n").length - 1;
  }
  return pieces;
}
