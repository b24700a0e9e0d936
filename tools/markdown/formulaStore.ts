import {existsSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {resolve} from "node:path";
import type MarkdownIt from "markdown-it";

/**
 * A formula is hundreds of elements, and Framework parses every page four times with jsdom: formulas were
 * two thirds of a build. While Framework builds, each is one empty element with a number, and its
 * HTML waits in a file beside the site, from which `restoreFormulas` takes it.
 */
const fileBeside = (dist: string) => `${resolve(dist)}.formulas.json`;

const opening = '<span class="katex">';
const placeholder = /<span data-formula="(\d+)"><\/span>/g;

/**
 * Lets Markdown leave its formulas in the file beside the site that is being built, where one is built
 * (`NOISEFLOOR_OUTPUT`). Those of headings, which Framework copies into the table of contents as text,
 * stay.
 */
export function storeFormulas(md: MarkdownIt, dist = process.env["NOISEFLOOR_OUTPUT"]): MarkdownIt {
  if (dist === undefined) return md;
  const formulas: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (html: string) => {
    const number = numbers.get(html) ?? formulas.push(html) - 1;
    numbers.set(html, number);
    return number;
  };
  const render = md.renderer.render.bind(md.renderer);
  md.renderer.render = (tokens, options, env) =>
    takeFormulas(
      render(tokens, options, env),
      html => `<span data-formula="${numberOf(html)}"></span>`
    );
  process.on("exit", () => writeFileSync(fileBeside(dist), JSON.stringify(formulas)));
  return md;
}

/** What puts the formulas of a site just built back into its pages; the file of formulas goes. */
export function restoreFormulas(dist: string): (html: string) => string {
  const file = fileBeside(dist);
  if (!existsSync(file)) return html => html;
  const formulas: readonly string[] = JSON.parse(readFileSync(file, "utf8"));
  rmSync(file);
  return html => html.replace(placeholder, (_, number) => formulas[Number(number)]);
}

/** Replaces each formula that has boxes, up to the end of its outermost element. */
export function takeFormulas(html: string, replace: (formula: string) => string): string {
  let taken = "";
  let from = 0;
  for (let at = html.indexOf(opening); at >= 0; at = html.indexOf(opening, from)) {
    const end = closingOf(html, at);
    const formula = html.slice(at, end);
    taken += html.slice(from, at) + (formula.includes("katex-html") ? replace(formula) : formula);
    from = end;
  }
  return taken + html.slice(from);
}

/** Behind the end tag of the `<span>` that begins at `start`. */
function closingOf(html: string, start: number): number {
  let depth = 0;
  const tag = /<(\/?)span\b/g;
  tag.lastIndex = start;
  for (let found = tag.exec(html); found; found = tag.exec(html)) {
    depth += found[1] ? -1 : 1;
    if (depth === 0) return html.indexOf(">", found.index) + 1;
  }
  throw new Error(`the formula at ${html.slice(start, start + 60)} does not end`);
}
