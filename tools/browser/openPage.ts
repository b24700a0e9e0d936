import type {Browser, Page} from "playwright-core";
import {loopingLine, whileAnswering} from "./answering.js";
import {axe} from "./axe.js";
import {cellAt} from "./cellAt.js";
import {type Finding, inspect} from "./inspect.js";
import {inspectTables} from "./inspectTables.js";
import {type Requests, watchRequests} from "./requests.js";
import type {StaticServer} from "./serve.js";
import {type Steadiness, steadiness, watchSteadiness} from "./steadiness.js";
import {account, excess, type Weight} from "./weight.js";

/** Width of a window, in pixels, at which a page is looked at. */
export interface View {
  readonly where: string;
  readonly width: number;
}

/** What is measured of a page: its weight, and how steadily it came in each view. */
export interface Measured extends Weight {
  readonly steadiness: Readonly<Record<string, Steadiness>>;
}

/** How long a page may compute before its cells count as stuck, in milliseconds. */
const patience = 60_000;

/** Takes what goes elsewhere nowhere; a route that a script watches would keep a page from its cache. */
const nowhere = {server: "http://127.0.0.1:9", bypass: "127.0.0.1"};

/**
 * Opens a page with every other origin out of reach in a window of each view's width, waits until its
 * cells are done, scrolls through it and reports all that is wrong with it; returns what it transferred and how it came.
 * In the last view it has to keep axe's rules, where it is to be judged by them: all of them in the light, those of
 * contrast after a turn to the dark.
 */
export async function openPage(
  browser: Browser,
  {url: base, sizeOf}: StaticServer,
  path: string,
  views: readonly View[],
  report: (finding: Finding, where: string) => void,
  {judged = true}: {readonly judged?: boolean} = {}
): Promise<Measured> {
  const context = await browser.newContext({colorScheme: "light", proxy: nowhere});
  let {where} = views[0];
  /** What the page is asked for, for the message where it never comes. */
  let doing = "";
  const weight: Weight = {transferred: 0, fonts: 0, queries: 0};
  const steady: Record<string, Steadiness> = {};
  const html = await (await fetch(base + path)).text();
  const say = (message: string, line?: number) =>
    report({message, cell: line === undefined ? undefined : cellAt(html, line)}, where);
  /** Where the page itself stands nearest in a stack. */
  const lineOf = (stack: string) => {
    const [, after] = stack.split(`${base}${path}:`);
    return after === undefined ? undefined : Number.parseInt(after, 10);
  };
  try {
    const page = await context.newPage();
    const isOwn = (url: string) => url.startsWith(base) || /^(blob|data):/.test(url);
    page.on("console", message => {
      if (message.type() !== "error" && message.type() !== "warning") return;
      const {url, lineNumber} = message.location();
      const at = url === base + path ? lineNumber + 1 : lineOf(message.text());
      say(`console ${message.type()}: ${message.text()}`, at);
    });
    page.on("pageerror", ({message, stack = ""}) => say(`uncaught: ${message}`, lineOf(stack)));
    // What a page still asks for when it is left comes to nothing.
    let leaving = false;
    const foreign = (url: string) => say(`request off the origin: ${url}`);
    page.on("requestfailed", request => {
      const [url, reason] = [request.url(), request.failure()?.errorText];
      // What the page's policy stops has not left; the console names it.
      if (!isOwn(url)) return reason === "csp" ? undefined : foreign(url);
      if (!leaving) say(`request failed: ${url} ${reason}`);
    });
    page.on("response", response => {
      if (response.status() >= 400) say(`${response.status()} ${response.url()}`);
    });
    const requests = watchRequests(page);
    // What a page and its workers share counts once.
    const fetched = new Set<string>();
    page.on("requestfinished", request => {
      const url = request.url();
      if (url.startsWith(base)) fetched.add(url);
      else if (!isOwn(url)) foreign(url);
    });
    await watchSteadiness(page);
    const look = async () => {
      for (const view of views) {
        ({where} = view);
        doing = "opening it";
        leaving = true;
        await page.goto("about:blank");
        leaving = false;
        await page.setViewportSize({width: view.width, height: 900});
        await page.goto(base + path, {waitUntil: "load", timeout: patience});
        doing = "waiting for its cells";
        await settle(page, requests, say);
        doing = "scrolling through it";
        steady[where] = await steadiness(page, say);
        doing = "inspecting it";
        for (const inspected of [inspect, inspectTables])
          for (const finding of await page.evaluate(inspected)) report(finding, where);
      }
      // Asked of the server: a browser has no size of what ends with a worker, and may never say so.
      for (const url of fetched) weight[account(url)] += await sizeOf(url);
      for (const message of excess(weight)) say(message);
    };
    /** Last, since it changes the formulas, and with more patience: on a long page axe itself keeps from answering. */
    const judge = async () => {
      doing = "holding it to axe's rules";
      for (const message of await axe(page, "all")) say(message);
      await page.emulateMedia({colorScheme: "dark"});
      for (const message of await axe(page, "contrast")) say(`in the dark: ${message}`);
    };
    if (!(await whileAnswering(page, look())))
      say("it does not answer, as in an endless loop", await loopingLine(browser, base + path));
    else if (judged && !(await whileAnswering(page, judge(), 2 * patience)))
      say(`axe-core keeps it from answering for ${(2 * patience) / 1000} s`);
  } catch (error) {
    say(`it cannot be looked at: ${doing}: ${(error as Error).message.split("\n")[0]}`);
  } finally {
    await context.close();
  }
  return {...weight, steadiness: steady};
}

/** Waits until what the window asks for is drawn, no cell is pending and for a while no request is under way. */
async function settle(
  page: Page,
  requests: Requests,
  say: (message: string) => void
): Promise<void> {
  try {
    await page.evaluate(
      () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
    );
    await page.waitForFunction(() => !document.querySelector("observablehq-loading"), null, {
      timeout: patience
    });
  } catch {
    return say(`cells still pending after ${patience / 1000} s`);
  }
  try {
    await requests.idle(patience);
  } catch (error) {
    say((error as Error).message);
  }
}
