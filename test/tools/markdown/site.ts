import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {createMarkdownIt, parseMarkdown} from "@observablehq/framework/dist/markdown.js";
import {onTestFinished} from "vitest";
import {useNoisefloor} from "../../../tools/markdown/index.js";
import type {PageOptions} from "../../../tools/markdown/page.js";
import type {Problem} from "../../../tools/markdown/problems.js";

/** Writes `pages` into a folder that lives as long as the test, and returns the folder. */
export function fixtureSite(pages: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "noisefloor-"));
  onTestFinished(() => rmSync(root, {recursive: true, force: true}));
  for (const [path, source] of Object.entries(pages)) {
    const file = join(root, path);
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, source);
  }
  return root;
}

/** A page of `root` as Framework renders it, with the problems that it reported. */
export function renderPage(
  root: string,
  path: string,
  source: string,
  options: Partial<PageOptions> = {}
) {
  const problems: Problem[] = [];
  const md = createMarkdownIt({
    linkify: false,
    markdownIt: it => useNoisefloor(it, {...options, root, sink: problem => problems.push(problem)})
  });
  const page = parseMarkdown(source, {md, path});
  return {...page, problems, messages: problems.map(({line, message}) => `${line} ${message}`)};
}

/** One page, alone in its site. */
export function renderAlone(source: string) {
  return renderPage(fixtureSite({"page.md": source}), "/page", source);
}
