import {parsePlaceholder} from "@observablehq/framework/dist/placeholder.js";
import type Token from "markdown-it/lib/token.mjs";
import {locateTokens} from "./lines.js";

/** A tag in a page's raw HTML. */
export interface HtmlTag {
  /** Lower case, with a slash before it for an end tag. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Line of the content, from 0. */
  readonly line: number;
  /** What stands in a `<style>`. */
  readonly css?: string;
}

const TAG =
  /<!--[\s\S]*?-->|<(script|style)\b((?:[^"'>]|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/\1\s*>|<(\/?[A-Za-z][\w-]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Every tag of the raw HTML among `tokens`; what Framework's expressions make is not known yet. */
export function* htmlTags(tokens: Token[]): Generator<HtmlTag> {
  for (const {token, line} of locateTokens(tokens))
    if (token.type === "html_block" || token.type === "html_inline")
      yield* tagsOf(maskExpressions(token.content), line);
}

function* tagsOf(html: string, line: number): Generator<HtmlTag> {
  for (const match of html.matchAll(TAG)) {
    const [, raw, rawText, content, other, otherText] = match;
    const [name, text] = raw ? [raw, rawText] : [other, otherText];
    if (!name) continue;
    const attributes = new Map<string, string>();
    for (const [, key, double, single, bare] of text.matchAll(ATTRIBUTE))
      attributes.set(key.toLowerCase(), double ?? single ?? bare ?? "");
    const before = html.slice(0, match.index).split("\n").length - 1;
    const css = raw?.toLowerCase() === "style" ? content : undefined;
    yield {name: name.toLowerCase(), attributes, line: line + before, css};
  }
}

/** `html` without its `${…}`, whose newlines stay. */
function maskExpressions(html: string): string {
  let masked = "";
  for (const {type, content} of parsePlaceholder(html))
    masked += type === "placeholder" ? content.replace(/[^\n]/g, "") : content;
  return masked;
}
