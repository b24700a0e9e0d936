import {existsSync} from "node:fs";
import {join} from "node:path";
import type {CDPSession, Page} from "playwright-core";
import {root} from "../root.js";
import {pagesOf} from "./checkSite.js";
import {visit} from "./visit.js";

/** What it costs a page to follow one of its controls, in milliseconds per move. */
export interface FrameTime {
  readonly page: string;
  readonly control: string;
  /**
   * Processor time of the page's main thread, from the move until all is still: scripts, style, layout and
   * painting. Does not count what other processes took meanwhile.
   */
  readonly mainThread: number;
  readonly mainThread95: number;
  /** By the clock, from the frame that hears of the move to the last change that the page makes to a picture. */
  readonly redrawn: number;
  readonly redrawn95: number;
  /** Median until what a worker computes is drawn as well; absent where no worker answers. */
  readonly simulated?: number;
  readonly moves: number;
}

/** By the clock. */
interface Move {
  readonly redrawn: number;
  readonly simulated: number;
}

/** Moves per control, after some to warm up. */
const moves = 15;
const warmUp = 5;

/**
 * Moves every control of a built site's pages (all, or the named ones), the others at their defaults, and
 * measures in Chromium what the page's main thread spends on a move, and when its pictures have changed. Below 16 ms they follow
 * the control frame by frame. Layers marked `data-simulated` are drawn when a worker answers and count apart.
 *
 * @throws where there is no built site, or not the page
 */
export async function frameTimes(
  dist = join(root, "dist"),
  only: readonly string[] = []
): Promise<FrameTime[]> {
  if (!existsSync(join(dist, "index.html"))) throw new Error(`${dist} is not there: npm run build`);
  const all = pagesOf(dist);
  const wanted = only.map(page => page.replace(/^\//, ""));
  for (const page of wanted)
    if (!all.includes(page)) throw new Error(`no page /${page}; there are /${all.join(", /")}`);
  return visit(dist, "/", async (browser, server) => {
    const times: FrameTime[] = [];
    for (const path of wanted.length ? wanted : all) {
      const page = await browser.newPage({viewport: {width: 1280, height: 900}});
      await page.goto(server.url + path);
      await page.waitForFunction(() => !document.querySelector("observablehq-loading"), null, {
        timeout: 60_000
      });
      const controls = await page
        .locator('.controls input[type="range"], .controls select')
        .evaluateAll(nodes => nodes.map(node => node.id));
      if (controls.length) {
        const clock = await mainThreadClock(page);
        const idle = await idleCost(page, clock, controls[0]);
        for (const control of controls)
          times.push({
            page: `/${path}`,
            control: control.replace(/^control-/, ""),
            ...(await measure(page, clock, control, idle))
          });
      }
      await page.close();
    }
    return times;
  });
}

async function measure(
  page: Page,
  clock: () => Promise<number>,
  id: string,
  idle: number
): Promise<Omit<FrameTime, "page" | "control">> {
  const control = page.locator(`[id="${id}"]`);
  await control.scrollIntoViewIfNeeded();
  const start = await control.inputValue();
  const all: (Move & {mainThread: number})[] = [];
  for (let move = 0; move < warmUp + moves; move++) {
    const before = await clock();
    const times = await page.evaluate(moveControl, {id, move});
    all.push({...times, mainThread: Math.max(0, (await clock()) - before - idle)});
  }
  await page.evaluate(putBack, {id, start});
  const sorted = (key: keyof (typeof all)[number]) =>
    all
      .slice(warmUp)
      .map(move => move[key])
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
  const [mainThread, redrawn, simulated] = [
    sorted("mainThread"),
    sorted("redrawn"),
    sorted("simulated")
  ];
  return {
    mainThread: quantile(mainThread, 0.5),
    mainThread95: quantile(mainThread, 0.95),
    redrawn: quantile(redrawn, 0.5),
    redrawn95: quantile(redrawn, 0.95),
    ...(simulated.length && {simulated: quantile(simulated, 0.5)}),
    moves: redrawn.length
  };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(share * sorted.length)] ?? Number.NaN;
}

/** Milliseconds of processor time that the page's main thread has used in tasks so far. */
async function mainThreadClock(page: Page): Promise<() => Promise<number>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send("Performance.enable", {timeDomain: "threadTicks"});
  return async () => {
    const {metrics} = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({name}) => name === "TaskDuration")?.value ?? Number.NaN);
  };
}

/** What measuring itself costs the main thread: a move that moves nothing, once the page has come to rest. */
async function idleCost(page: Page, clock: () => Promise<number>, id: string): Promise<number> {
  await page.waitForTimeout(1000);
  const costs: number[] = [];
  for (let i = 0; i < 7; i++) {
    const before = await clock();
    await page.evaluate(moveControl, {id, move: Number.NaN});
    costs.push((await clock()) - before);
  }
  return Math.min(...costs);
}

/** Runs in the page. */
function putBack({id, start}: {id: string; start: string}): void {
  const control = document.getElementById(id) as HTMLInputElement | HTMLSelectElement;
  control.value = start;
  control.dispatchEvent(new Event("input", {bubbles: true}));
}

/** Runs in the page: the control's next position, and milliseconds until the pictures have followed. */
async function moveControl({id, move}: {id: string; move: number}): Promise<Move> {
  const control = document.getElementById(id) as HTMLInputElement | HTMLSelectElement;
  const positions =
    control instanceof HTMLSelectElement
      ? Array.from(control.options, option => option.value)
      : Array.from(
          {
            length:
              1 + Math.round((Number(control.max) - Number(control.min)) / Number(control.step))
          },
          (_, i) => String(Number(control.min) + i * Number(control.step))
        );
  let redrawn = Number.NaN;
  let simulated = Number.NaN;
  const observer = new MutationObserver(records => {
    for (const {target, addedNodes} of records) {
      if (!(target instanceof Element)) continue;
      if (
        target.closest("[data-simulated]") ||
        [...addedNodes].some(node => node instanceof Element && node.matches("[data-simulated]"))
      )
        simulated = performance.now();
      else if (
        target.closest(".picture, table") ||
        [...addedNodes].some(
          node =>
            node instanceof Element &&
            (node.matches(".picture, table") || node.querySelector(".picture, table"))
        )
      )
        redrawn = performance.now();
    }
  });
  observer.observe(document.querySelector("main") as Element, {
    childList: true,
    subtree: true,
    attributeFilter: ["d", "data-drawn", "hidden", "transform", "visibility"]
  });
  await new Promise(requestAnimationFrame);
  if (Number.isFinite(move)) {
    // Back and forth over the whole range, so that no two positions in a row are the same.
    const stride = Math.max(1, Math.floor((positions.length - 1) / 7));
    control.value = positions[(move * stride) % positions.length];
    control.dispatchEvent(new Event("input", {bubbles: true}));
  }
  const frame = await new Promise<number>(done =>
    requestAnimationFrame(() => done(performance.now()))
  );
  await new Promise(done => setTimeout(done, 200));
  observer.disconnect();
  return {redrawn: Math.max(0, redrawn - frame), simulated: Math.max(0, simulated - frame)};
}
