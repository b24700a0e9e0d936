import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import {checkSite, formatSiteProblem} from "./browser/checkSite.js";
import {formatProblem} from "./markdown/problems.js";
import {buildPages} from "./pages/buildPages.js";
import {checkSources} from "./pages/checkSources.js";
import {choosePages} from "./pages/choosePages.js";
import {isFresh} from "./pages/freshness.js";
import {readCommand} from "./readCommand.js";
import {root} from "./root.js";

const usage = `npm run check -- [page …] [options]
  no page       open every page of dist/ in Chromium
  /page …       check these pages as they are written, without a build: formulas, statements,
                references, links, types, and queries against stored tables
  --browser     then open them in Chromium: in dist/ where that is newer than its sources,
                else in a build of these pages alone
  --site DIR    another site than the project's own`;

const {values, positionals} = readCommand(usage, {
  words: true,
  options: {
    browser: {type: "boolean", default: false},
    site: {type: "string", default: root}
  }
});

try {
  const site = resolve(values.site);
  if (positionals.length === 0) await checkBuilt(site);
  else await checkNamed(site, choosePages(join(site, "src"), positionals), values.browser);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function checkBuilt(site: string): Promise<void> {
  const dist = join(site, "dist");
  if (!existsSync(join(dist, "index.html"))) throw new Error("dist/ is not there: npm run build");
  reportOpened(await checkSite(dist));
}

async function checkNamed(site: string, pages: string[], browser: boolean): Promise<void> {
  const {problems, unchecked} = await checkSources(site, pages);
  for (const problem of problems) console.error(formatProblem(problem));
  for (const what of unchecked) console.error(`not checked: ${what}`);
  console.error(`${pages.length} ${plural("page", pages)} read, ${problems.length} problems`);
  if (problems.length) process.exitCode = 1;
  if (!browser) return;
  const paths = pages.map(page => page.replace(/\.md$/, "").replace(/(^|\/)index$/, "$1"));
  if (pages.every(page => isFresh(site, page))) {
    console.error("in dist/, which is newer than its sources");
    return reportOpened(await checkSite(join(site, "dist"), {pages: paths}));
  }
  console.error("in a build of these pages alone: dist/ is older than its sources, or not there");
  const built = await buildPages(site, pages);
  try {
    reportOpened(await checkSite(built.dist, {source: join(site, "src"), pages: paths}));
  } finally {
    built.remove();
  }
}

function reportOpened({pages, problems}: Awaited<ReturnType<typeof checkSite>>): void {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  for (const {path, transferred, fonts, queries} of pages)
    console.error(
      `/${path}: ${kilobytes(transferred)}, fonts ${kilobytes(fonts)}` +
        `${queries ? `, query engine and data ${kilobytes(queries)}` : ""}`
    );
  for (const problem of problems) console.error(formatSiteProblem(problem));
  console.error(`${pages.length} ${plural("page", pages)} opened, ${problems.length} problems`);
  if (problems.length) process.exitCode = 1;
}

function plural(word: string, {length}: readonly unknown[]): string {
  return length === 1 ? word : `${word}s`;
}
