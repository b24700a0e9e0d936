import {existsSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {cellLines} from "../site/cellLines.js";
import {htmlFiles} from "../site/finishPages.js";
import {notFoundFile} from "../site/notFound.js";
import {askAgain} from "./askAgain.js";
import type {Finding} from "./inspect.js";
import {type Measured, openPage, type View} from "./openPage.js";
import {visit} from "./visit.js";

export interface SiteProblem {
  /** The page's path in the site. */
  readonly page: string;
  /** The page's file, with the line of the cell where one is to blame: `src/noise/alignment.md:24`. */
  readonly file: string;
  /** The width, or what else was looked at. */
  readonly where: string;
  readonly message: string;
}

export interface CheckedPage extends Measured {
  readonly path: string;
}

/** Widths at which pages are looked at unless others are named, in pixels; the first is that of a phone. */
const usual = [390, 1440];

/** Below it, one template makes every page of a docstring: each is looked at at a desk's width. */
const alike = "api/";

/** One in so many of them is held to axe's rules, unless widths or pages are named: what a template breaks, it breaks in all. */
const sample = 6;

/** Pages open at the same time. */
const windows = 3;

/**
 * Opens every page of a built site in Chromium, under a base path, with every other origin out of
 * reach, at desktop and phone width and in both themes. A problem is: a console error or warning, an
 * uncaught error, a failed or foreign request, an error node, a cell that never finishes, a page that does not
 * answer, a figure without text alternative or data, one that changes its size, text that moves as the page comes, what axe-core finds, a page above its weight, one that
 * scrolls sideways, or a query that the browser's engine answers otherwise than the build's.
 *
 * @param source the folder of the pages; `src` beside the built site unless given
 * @param pages paths as `pagesOf` gives them; all unless given
 * @param widths of the window, in pixels; a phone's and a desk's unless given
 */
export async function checkSite(
  dist: string,
  {
    source = join(dirname(dist), "src"),
    pages: only = pagesOf(dist),
    widths
  }: {
    readonly source?: string;
    readonly pages?: readonly string[];
    readonly widths?: readonly number[];
  } = {}
): Promise<{pages: CheckedPage[]; problems: SiteProblem[]}> {
  const pages: CheckedPage[] = [];
  const problems: SiteProblem[] = [];
  const lines = cellLines(source);
  const locate = (path: string, cell?: string) => {
    const page = `${path.replace(/(^|\/)$/, "$1index")}.md`;
    const file = relative(process.cwd(), join(source, page));
    if (!existsSync(join(source, page))) return path;
    return cell === undefined ? file : `${file}:${lines(page).get(cell) ?? 1}`;
  };
  const viewsOf = (path: string): View[] =>
    (widths ?? (path.startsWith(alike) ? usual.slice(-1) : usual)).map(width => ({
      where: `${width} px`,
      width
    }));
  const everything = widths !== undefined || only.length < pagesOf(dist).length;
  const template = only.filter(path => path.startsWith(alike));
  const isJudged = (path: string) =>
    everything || !path.startsWith(alike) || template.indexOf(path) % sample === 0;
  const left = [...only];
  await visit(dist, "/somewhere/else/", async (browser, server) => {
    const work = async () => {
      for (let path = left.shift(); path !== undefined; path = left.shift()) {
        const report = ({message, cell}: Finding, where: string) => {
          const file = locate(path, cell);
          // What is wrong in one view is wrong in most; once is enough to mend it.
          if (!problems.some(known => known.file === file && known.message === message))
            problems.push({page: path, file, where, message});
        };
        pages.push({
          path,
          ...(await openPage(browser, server, path, viewsOf(path), report, {
            judged: isJudged(path)
          }))
        });
      }
    };
    await Promise.all(Array.from({length: windows}, work));
    for (const {path, message} of await askAgain(browser, dist, server.url, only))
      problems.push({page: path, file: locate(path), where: "queries", message});
  });
  const byPage = (a: {path: string}, b: {path: string}) => (a.path < b.path ? -1 : 1);
  return {
    pages: pages.sort(byPage),
    problems: problems.sort((a, b) => (a.page < b.page ? -1 : a.page > b.page ? 1 : 0))
  };
}

/** A problem as one line that editors can follow. */
export function formatSiteProblem({file, where, message}: SiteProblem): string {
  return `${file} (${where}): ${message}`;
}

/** Paths of all pages of a built site that have an address, without `.html`, the front page as the empty path. */
export function pagesOf(dist: string): string[] {
  return htmlFiles(dist)
    .filter(file => file !== notFoundFile)
    .map(file => file.replace(/\.html$/, "").replace(/(^|\/)index$/, "$1"));
}
