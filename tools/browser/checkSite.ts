import {readdirSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {launch} from "./chromium.js";
import {serve} from "./serve.js";

export interface SiteProblem {
  readonly page: string;
  /** The conditions: width and colour scheme. */
  readonly where: string;
  readonly message: string;
}

export interface PageWeight {
  readonly path: string;
  /** Bytes over the wire before any interaction, fonts left out. */
  readonly transferred: number;
  readonly fonts: number;
}

const views = [
  {where: "1280 px, light", width: 1280, scheme: "light"},
  {where: "1280 px, dark", width: 1280, scheme: "dark"},
  {where: "390 px, light", width: 390, scheme: "light"}
] as const;

/** How long a page may compute before its cells count as stuck, in milliseconds. */
const patience = 60_000;

/**
 * Opens every page of a built site in Chromium, under a base path, with every other origin out of
 * reach, at desktop and phone width and in both themes. A problem is: a console error or warning, an
 * uncaught error, a failed or foreign request, an error node, a cell that never finishes, a figure
 * without text alternative, or a page that scrolls sideways.
 */
export async function checkSite(
  dist: string
): Promise<{pages: PageWeight[]; problems: SiteProblem[]}> {
  const server = await serve(dist, "/somewhere/else/");
  const browser = await launch();
  const pages: PageWeight[] = [];
  const problems: SiteProblem[] = [];
  try {
    for (const path of pagesOf(dist))
      for (const view of views) {
        const report = (message: string) => problems.push({page: path, where: view.where, message});
        const weight = await open(browser, server.url, path, view, report);
        if (view === views[0]) pages.push({path, ...weight});
      }
  } finally {
    await browser.close();
    await server.close();
  }
  return {pages, problems};
}

/** Paths of all pages of a built site, without `.html`, the front page as the empty path. */
export function pagesOf(dist: string): string[] {
  return readdirSync(dist, {recursive: true})
    .map(String)
    .filter(file => file.endsWith(".html") && !file.startsWith("_"))
    .map(file => file.replace(/\.html$/, "").replace(/(^|\/)index$/, "$1"))
    .sort();
}

async function open(
  browser: Browser,
  base: string,
  path: string,
  {width, scheme}: (typeof views)[number],
  report: (message: string) => void
): Promise<Omit<PageWeight, "path">> {
  const context = await browser.newContext({viewport: {width, height: 900}, colorScheme: scheme});
  const weight = {transferred: 0, fonts: 0};
  try {
    const page = await context.newPage();
    await context.route("**/*", route => {
      const url = route.request().url();
      if (url.startsWith(base) || /^(blob|data):/.test(url)) return route.continue();
      report(`request off the origin: ${url}`);
      return route.abort();
    });
    page.on("console", message => {
      if (message.type() === "error" || message.type() === "warning")
        report(`console ${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", error => report(`uncaught: ${error.message}`));
    page.on("requestfailed", request =>
      report(`request failed: ${request.url()} ${request.failure()?.errorText}`)
    );
    page.on("response", response => {
      if (response.status() >= 400) report(`${response.status()} ${response.url()}`);
    });
    page.on("requestfinished", async request => {
      const {responseBodySize} = await request.sizes().catch(() => ({responseBodySize: 0}));
      if (/\.woff2/.test(request.url())) weight.fonts += responseBodySize;
      else weight.transferred += responseBodySize;
    });
    await page.goto(base + path, {waitUntil: "load"});
    await settle(page, report);
    for (const message of await page.evaluate(inspect)) report(message);
  } finally {
    await context.close();
  }
  return weight;
}

/** Waits until no cell is pending and no request is under way. */
async function settle(page: Page, report: (message: string) => void): Promise<void> {
  try {
    await page.waitForFunction(() => !document.querySelector("observablehq-loading"), null, {
      timeout: patience
    });
    await page.waitForLoadState("networkidle", {timeout: patience});
  } catch {
    report(`cells still pending after ${patience / 1000} s`);
  }
}

/** Runs in the page: what is wrong with its document. */
function inspect(): string[] {
  const problems: string[] = [];
  for (const node of document.querySelectorAll(".observablehq--error"))
    problems.push(`error shown: ${node.textContent?.trim()}`);
  for (const image of document.querySelectorAll("img:not([alt])"))
    problems.push(`image without alt: ${image.getAttribute("src")}`);
  for (const figure of document.querySelectorAll("figure")) {
    const picture = figure.querySelector('[role="img"], img, table');
    if (!figure.querySelector("figcaption")) problems.push("figure without a caption");
    if (!(picture?.getAttribute("aria-label") ?? picture?.getAttribute("alt")))
      problems.push(`figure without a text alternative: ${figure.getAttribute("aria-label")}`);
  }
  const ids = [...document.querySelectorAll("[id]")].map(node => node.id);
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i)))
    problems.push(`duplicate id: ${id}`);
  const excess = document.documentElement.scrollWidth - innerWidth;
  if (excess > 0) problems.push(`the page is ${excess} px wider than the window`);
  return problems;
}
