import {readFileSync} from "node:fs";
import {join} from "node:path";
import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import type Token from "markdown-it/lib/token.mjs";
import {useNoisefloor} from "../markdown/index.js";
import {locateTokens} from "../markdown/lines.js";
import {frontMatter} from "../markdown/page.js";

interface Context {
  path: string;
  code: {id: string}[];
  /** First line of each cell in its file, by the cell's token. */
  starts: Map<Token, number>;
  lines: Map<string, number>;
}

/**
 * A function that tells where the code cells of a page below `root` begin: their first lines in the
 * file, from 1, by the names that Framework gives them in the built page.
 *
 * @example cellLines("src")("noise/alignment.md").get("3fc8cf6d")  // 363
 */
export function cellLines(root: string): (path: string) => ReadonlyMap<string, number> {
  const md = createMarkdownIt({
    linkify: false,
    markdownIt: it => useNoisefloor(it, {root, sink: () => {}})
  });
  for (const kind of ["fence", "placeholder"]) {
    const render = md.renderer.rules[kind]!;
    md.renderer.rules[kind] = (tokens, index, options, context: Context, self) => {
      const known = context.code.length;
      const html = render(tokens, index, options, context, self);
      if (context.code.length > known)
        context.lines.set(context.code[known].id, context.starts.get(tokens[index])!);
      return html;
    };
  }
  return path => {
    const {content, lines: offset} = frontMatter(readFileSync(join(root, path), "utf8"));
    const context: Context = {path, code: [], starts: new Map(), lines: new Map()};
    const tokens = md.parse(content, context);
    for (const {token, line} of locateTokens(tokens))
      context.starts.set(token, offset + line + (token.type === "fence" ? 2 : 1));
    md.renderer.render(tokens, md.options, context);
    return context.lines;
  };
}
