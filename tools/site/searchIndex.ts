import {readFileSync} from "node:fs";
import {join} from "node:path";
import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import type {Items} from "../../claims/inventory.js";
import {useNoisefloor} from "../markdown/index.js";
import {locateTokens} from "../markdown/lines.js";
import {type Environment, frontMatter, pageState} from "../markdown/page.js";
import {pageFiles} from "../markdown/scanPages.js";
import {readableFormula} from "./readableFormula.js";

/** A heading or statement with what stands below it, as the search finds it. */
export interface SearchSection {
  /** Relative to the site's root, without a slash before it. */
  readonly href: string;
  readonly page: string;
  /** Empty for what stands before the first heading but one. */
  readonly heading: string;
  readonly text: string;
}

/**
 * Every section, statement and symbol of every page below `root`, in the order of files and lines; statements
 * have their labels from the inventory, and formulas are readable text.
 */
export function searchIndex(root: string, inventory?: Items): SearchSection[] {
  const md = createMarkdownIt({
    linkify: false,
    markdownIt: it => useNoisefloor(it, {root, inventory, sink: () => {}})
  });
  return pageFiles(root).flatMap(file => {
    const {content, title} = frontMatter(readFileSync(join(root, file), "utf8"));
    const env: Environment & {code: object[]} = {path: file, code: []};
    const tokens = md.parse(content, env);
    const state = pageState(env);
    const path = state.path.replace(/^\//, "").replace(/(^|\/)index$/, "$1");
    const page = title ?? state.title;
    const sections: {href: string; page: string; heading: string; text: string}[] = [];
    const begin = (heading: string, id?: string) => {
      const section = {href: id ? `${path}#${id}` : path, page, heading, text: ""};
      sections.push(section);
      return section;
    };
    let current = begin("");
    let outside = current;
    let heading: string | null = null;
    // The cell of a row that has an anchor, from 0; −1 outside.
    let row = -1;
    for (const {token} of locateTokens(tokens)) {
      const id = token.attrGet("id") ?? (token.meta?.id as string | undefined);
      if (token.type === "heading_open") {
        heading = token.tag;
        if (token.tag !== "h1") current = begin("", id);
      } else if (token.type === "heading_close") heading = null;
      else if (token.type === "tr_open" && id !== undefined) {
        outside = current;
        current = begin("", id);
        row = 0;
      } else if (token.type === "tr_close" && row >= 0) {
        current = outside;
        row = -1;
      } else if (token.type === "td_close" && row >= 0) row++;
      else if (token.type === "statement_open") {
        outside = current;
        const target = id === undefined ? undefined : state.targets.get(id);
        current = begin(target?.summary ?? "", id);
      } else if (token.type === "statement_close") current = outside;
      else if (token.type === "inline") current.text += " ";
      else {
        const words = wordsOf(token.type, token.content, token.meta);
        if (row === 0 || (heading && heading !== "h1")) current.heading += words;
        else if (!heading) current.text += words;
      }
    }
    return sections
      .map(section => ({
        ...section,
        heading: tidy(section.heading),
        text: tidy(section.text)
      }))
      .filter(({heading: name, text, href}) => name || text || href === path);
  });
}

function wordsOf(type: string, content: string, meta: {text?: string} | null): string {
  if (type === "text" || type === "code_inline") return content;
  if (type === "softbreak" || type === "hardbreak") return " ";
  if (type === "math_inline" || type === "math_block") return ` ${readableFormula(content)} `;
  // What the build adds to a page is left out: its place on the way in, its answer, its
  // switch of letters with what it shows, its list of symbols.
  if (type === "html_block" && /class="(?:symbols|breadcrumb)"/.test(content)) return "";
  if (type === "html_inline" || type === "html_block")
    return content
      .replace(/<script[\s\S]*?<\/script>/g, " ")
      .replace(/<p class="(?:path-place|answer|letters)">.*<\/p>/g, " ")
      .replace(/<[^>]*>/g, " ");
  return type === "reference" ? (meta?.text ?? "") : "";
}

const tidy = (text: string) => text.replace(/\s+/g, " ").trim();
