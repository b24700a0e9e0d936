import {existsSync} from "node:fs";
import {join} from "node:path";
import type {checkSite} from "./browser/checkSite.js";
import {choosePages} from "./pages/choosePages.js";
import {readCommand, wholeNumber} from "./readCommand.js";
import {root} from "./root.js";
import {siteFolder} from "./siteFolder.js";

const usage = `npm run check -- [page …] [options]
  no page       open every page of dist/ in Chromium
  /page …       check these pages as they are written, without a build: formulas, statements,
                references, links, types, and queries against stored tables
  --browser     then open them in Chromium: in dist/ where that is newer than its sources,
                else in a build of these pages alone
  --widths LIST widths of the window in pixels, with commas between; 390,1440 unless given
  --json        what was measured of each page that was opened, as JSON on standard output
  --site DIR    another site than the project's own`;

const {values, positionals} = readCommand(usage, {
  words: true,
  options: {
    browser: {type: "boolean", default: false},
    widths: {type: "string"},
    json: {type: "boolean", default: false},
    site: {type: "string", default: root}
  }
});

try {
  const widths = values.widths?.split(",").map(width => wholeNumber("widths", width, 320, 3840));
  const site = siteFolder(values.site, {built: positionals.length === 0});
  if (values.json && positionals.length > 0 && !values.browser)
    throw new Error(
      "--json is about pages that are opened: with pages that are named, add --browser"
    );
  if (positionals.length === 0) await checkBuilt(site, widths);
  else
    await checkNamed(site, choosePages(join(site, "src"), positionals), {
      browser: values.browser,
      widths
    });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

// Each part is loaded when its turn comes, so that --help and a fault answer at once.

async function checkBuilt(site: string, widths?: readonly number[]): Promise<void> {
  const dist = join(site, "dist");
  if (!existsSync(join(dist, "index.html"))) throw new Error("dist/ is not there: npm run build");
  await open(dist, {widths});
}

async function checkNamed(
  site: string,
  pages: string[],
  {browser, widths}: {readonly browser: boolean; readonly widths?: readonly number[]}
): Promise<void> {
  const {checkSources} = await import("./pages/checkSources.js");
  const {formatProblem} = await import("./markdown/problems.js");
  const {problems, unchecked} = await checkSources(site, pages);
  for (const problem of problems) console.error(formatProblem(problem));
  for (const what of unchecked) console.error(`not checked: ${what}`);
  console.error(`${pages.length} ${plural("page", pages)} read, ${problems.length} problems`);
  if (problems.length) process.exitCode = 1;
  if (!browser) return;
  const {isFresh} = await import("./pages/freshness.js");
  const {buildPages} = await import("./pages/buildPages.js");
  const paths = pages.map(page => page.replace(/\.md$/, "").replace(/(^|\/)index$/, "$1"));
  if (pages.every(page => isFresh(site, page))) {
    console.error("in dist/, which is newer than its sources");
    return open(join(site, "dist"), {pages: paths, widths});
  }
  console.error("in a build of these pages alone: dist/ is older than its sources, or not there");
  const built = await buildPages(site, pages);
  try {
    await open(built.dist, {source: join(site, "src"), pages: paths, widths});
  } finally {
    built.remove();
  }
}

/** Opens pages of a built site in the browser and prints what is found. */
async function open(...of: Parameters<typeof checkSite>): Promise<void> {
  const {checkSite, formatSiteProblem} = await import("./browser/checkSite.js");
  const {pages, problems} = await checkSite(...of);
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  for (const {path, transferred, fonts, queries, steadiness} of pages) {
    const views = Object.entries(steadiness).map(
      ([where, {shift, complete}]) =>
        `; ${where}: shift ${shift.toFixed(3)}${complete ? `, figures after ${complete.toFixed(0)} ms` : ""}`
    );
    console.error(
      `/${path}: ${kilobytes(transferred)}, fonts ${kilobytes(fonts)}` +
        `${queries ? `, query engine and data ${kilobytes(queries)}` : ""}${views.join("")}`
    );
  }
  if (values.json) console.log(JSON.stringify(pages, null, 2));
  for (const problem of problems) console.error(formatSiteProblem(problem));
  console.error(`${pages.length} ${plural("page", pages)} opened, ${problems.length} problems`);
  if (problems.length) process.exitCode = 1;
}

function plural(word: string, {length}: readonly unknown[]): string {
  return length === 1 ? word : `${word}s`;
}
