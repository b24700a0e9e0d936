import {readFileSync} from "node:fs";
import {join} from "node:path";
import type MarkdownIt from "markdown-it";
import {frontMatter} from "./page.js";
import {escapeHtml, renderText} from "./renderText.js";
import {pageFiles} from "./scanPages.js";
import type {Site} from "./site.js";

/** Folders in the order in which they are read; others follow by name. */
const order = ["noise", "diffusion", "finite-rate", "escape", "budgets", "bayes"];

/** Renders `::: pages :::` as the list of the pages in folders, each with the question that it answers. */
export function usePageList(md: MarkdownIt, site: Site): void {
  md.renderer.rules["page_list"] = () => pageListHtml(site.root);
}

function pageListHtml(root: string): string {
  const items = pageFiles(root)
    .filter(file => file.includes("/"))
    .map(file => ({file, at: order.indexOf(file.split("/")[0]) + 1 || order.length + 1}))
    .sort((a, b) => a.at - b.at || (a.file < b.file ? -1 : 1))
    .map(({file}) => {
      const {content, title = file} = frontMatter(readFileSync(join(root, file), "utf8"));
      const question = /<p class="question">(.*?)<\/p>/s.exec(content)?.[1] ?? "";
      const href = `./${file.replace(/\.md$/, "")}`;
      return `<li><a href="${escapeHtml(href)}">${escapeHtml(title)}</a> ${renderText(question)}</li>\n`;
    });
  return `<ul class="page-list">\n${items.join("")}</ul>\n`;
}
