import {readFileSync} from "node:fs";
import {join} from "node:path";
import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import {useNoisefloor} from "./index.js";
import {frontMatter, type PageOptions} from "./page.js";
import type {Problem} from "./problems.js";
import {pageFiles} from "./scanPages.js";

/**
 * Every problem of the pages below `root`, or of some of them, in the order of files and lines: TeX,
 * statements, citations, references, links, anchors, duplicate ids, text alternatives.
 *
 * @example for (const problem of checkPages({root: "src"})) console.error(formatProblem(problem))
 */
export function checkPages({
  pages,
  ...options
}: Omit<PageOptions, "sink"> & {readonly pages?: readonly string[]}): Problem[] {
  const problems: Problem[] = [];
  const md = createMarkdownIt({
    linkify: false,
    markdownIt: it => useNoisefloor(it, {...options, sink: problem => problems.push(problem)})
  });
  for (const file of pages ?? pageFiles(options.root)) {
    const {content} = frontMatter(readFileSync(join(options.root, file), "utf8"));
    md.parse(content, {path: file, code: []});
  }
  return problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}
