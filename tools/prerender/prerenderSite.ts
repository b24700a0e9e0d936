import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {answersId} from "../../src/components/answers.js";
import {formatProblem, type Problem} from "../markdown/problems.js";
import {root} from "../root.js";
import {runNode} from "../runNode.js";
import {cellLines} from "../site/cellLines.js";
import {htmlFiles} from "../site/finishPages.js";
import {insertDisplays} from "./insert.js";
import type {Rendered} from "./render.js";

/** What scripts fill with the queries that a page holds the answers of. */
const queriesFold =
  '<details class="queries"><summary>Queries behind this page</summary></details>\n';

/** Processes that render pages at the same time, and how many pages are worth another. */
const processes = 2;
const share = 4;

/**
 * Runs the cells of every page of a built site once, in their default state and without a browser, and
 * writes into its HTML what they display, and what its queries answered.
 *
 * @param source the folder of the pages
 * @returns the cells that wait for a worker, which are left to the reader's browser, with file and line
 * @throws with file and line of every cell that fails, never comes to a value, or shows NaN, undefined or an object
 */
export async function prerenderSite(dist: string, source: string): Promise<Problem[]> {
  const paths = htmlFiles(dist).map(file => file.replace(/\.html$/, ""));
  const count = Math.min(processes, Math.ceil(paths.length / share));
  const shares = Array.from({length: count}, (_, k) => paths.filter((_, i) => i % count === k));
  const rendered = (await Promise.all(shares.map(some => render(dist, some)))).flat();
  const lines = cellLines(source);
  const locate = (path: string, id: string, message: string): Problem => {
    const page = `${path}.md`;
    const known = existsSync(join(source, page));
    return {
      file: known ? relative(process.cwd(), join(source, page)) : path,
      line: known ? (lines(page).get(id) ?? 1) : 1,
      message
    };
  };
  const failing = rendered.flatMap(({path, problems}) =>
    problems.map(([id, message]) => locate(path, id, message))
  );
  if (failing.length) throw new Error(failing.map(formatProblem).join("\n"));
  const left: Problem[] = [];
  for (const page of rendered) {
    const {path, displays, answers} = page;
    for (const id of page.waiting) left.push(locate(path, id, "waits for a worker"));
    const file = join(dist, `${path}.html`);
    const html = insertDisplays(readFileSync(file, "utf8"), new Map(displays));
    const script = `<script type="application/json" id="${answersId}">${answers}</script>\n`;
    const withAnswers = html
      .replace("</main>", () => `${queriesFold}</main>`)
      .replace("</body>", () => `${script}</body>`);
    writeFileSync(file, answers === "[]" ? html : withAnswers);
  }
  return left;
}

async function render(dist: string, paths: readonly string[]): Promise<Rendered[]> {
  const {code, output, complaints} = await runNode(
    ["--import", "tsx", join(root, "tools/prerender/render.ts"), dist, ...paths],
    {cwd: root}
  );
  const rendered = output
    .split("\n")
    .filter(Boolean)
    .map(line => JSON.parse(line) as Rendered);
  if (code !== 0 || rendered.length < paths.length)
    throw new Error(
      `${paths[rendered.length]}: its cells cannot be run here: ${complaints.trim()}`
    );
  return rendered;
}
