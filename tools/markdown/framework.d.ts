declare module "@observablehq/framework/dist/markdown.js" {
  import type MarkdownIt from "markdown-it";

  export function createMarkdownIt(options?: {
    markdownIt?: (md: MarkdownIt) => MarkdownIt;
    linkify?: boolean;
  }): MarkdownIt;

  export function parseMarkdown(
    input: string,
    options: {md: MarkdownIt; path: string}
  ): {body: string; title: string | null; code: {mode: string}[]};
}

declare module "@observablehq/framework/dist/placeholder.js" {
  export function parsePlaceholder(
    input: string
  ): Iterable<{type: "html_block" | "placeholder"; content: string; pos: number}>;
}
