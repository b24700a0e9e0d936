import {readFileSync} from "node:fs";
import {join} from "node:path";
import type MarkdownIt from "markdown-it";
import {unescapeAll} from "markdown-it/lib/common/utils.mjs";
import {frontMatter, pagePath} from "./page.js";
import {escapeHtml, renderText} from "./renderText.js";
import {pageFiles} from "./scanPages.js";
import type {Site} from "./site.js";

/** Renders `::: pages folder :::` as the list of the folder's pages, each with the question that it answers. */
export function usePageList(md: MarkdownIt, site: Site): void {
  md.renderer.rules["page_list"] = (tokens, i) => pageListHtml(site, tokens[i].info);
}

function pageListHtml({root, order}: Site, folder: string): string {
  const place = (path: string) => order.indexOf(path) + 1 || order.length + 1;
  const items = pageFiles(root)
    .filter(file => file.startsWith(`${folder}/`))
    .map(file => ({file, path: pagePath(file)}))
    .sort((a, b) => place(a.path) - place(b.path) || (a.file < b.file ? -1 : 1))
    .map(({file, path}) => {
      const {content, title = file} = frontMatter(readFileSync(join(root, file), "utf8"));
      const html = /<p class="question">(.*?)<\/p>/s.exec(content)?.[1] ?? "";
      // A question is HTML, and its `&lt;` a sign that the list writes once more.
      const question = html.replace(/&#?\w+;/g, unescapeAll);
      return `<li><a href=".${escapeHtml(path)}">${escapeHtml(title)}</a> ${renderText(question)}</li>\n`;
    });
  return `<ul class="page-list">\n${items.join("")}</ul>\n`;
}
