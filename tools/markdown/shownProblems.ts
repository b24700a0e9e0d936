import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import {useNoisefloor} from "./index.js";
import {type Environment, type PageOptions, pageFile} from "./page.js";
import {formatProblem, type Problem} from "./problems.js";
import {escapeHtml} from "./renderText.js";

/**
 * As `useNoisefloor`, but a page with problems is rendered all the same, with the problems by file and line
 * before everything else: in a preview they are mended while the page is open.
 */
export function useShownProblems(md: MarkdownIt, options: Omit<PageOptions, "sink">): MarkdownIt {
  let found: Problem[] = [];
  useNoisefloor(md, {...options, sink: problem => found.push(problem)});
  const parse = md.parse.bind(md);
  const render = md.renderer.render.bind(md.renderer);
  const attempt = <T>(env: Environment, work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      found.push({file: pageFile(env.path ?? "", options.root), line: 1, message});
      return undefined;
    }
  };
  md.parse = (source, env: Environment) => {
    // While it is parsed, a page has others read for what it may refer to.
    const outer = found;
    found = [];
    try {
      const tokens = attempt(env, () => parse(source, env)) ?? [];
      if (found.length && !env.noisefloor?.scanning) tokens.unshift(problemList(found));
      return tokens;
    } finally {
      found = outer;
    }
  };
  md.renderer.render = (tokens, settings, env: Environment) => {
    found = [];
    const html = attempt(env, () => render(tokens, settings, env));
    return html ?? render([problemList(found)], settings, env);
  };
  return md;
}

function problemList(problems: readonly Problem[]): Token {
  const items = problems.map(problem => `<li>${escapeHtml(formatProblem(problem))}</li>\n`);
  return {
    type: "html_block",
    content: `<ul class="problems" role="alert">\n${items.join("")}</ul>\n`
  } as Token;
}
