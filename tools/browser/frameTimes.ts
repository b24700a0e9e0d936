import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import type {Page} from "playwright-core";
import {root} from "../root.js";
import {pagesOf} from "./checkSite.js";
import {launch} from "./chromium.js";
import {serve} from "./serve.js";

/** How long the plots of a page take to follow one of its sliders. */
export interface FrameTime {
  readonly page: string;
  readonly slider: string;
  /** Milliseconds from the first frame after the move to the last change of a picture; median and worst. */
  readonly median: number;
  readonly worst: number;
  readonly moves: number;
}

/** Moves per slider, after as many to warm up. */
const moves = 15;

/**
 * Moves every slider of every page of a built site and measures, in Chromium, the time from the frame in
 * which the page hears of the move until its pictures have changed. Below 16 ms the plot follows the
 * slider frame by frame.
 */
export async function frameTimes(dist: string): Promise<FrameTime[]> {
  const server = await serve(dist);
  const browser = await launch();
  const times: FrameTime[] = [];
  try {
    for (const path of pagesOf(dist)) {
      const page = await browser.newPage({viewport: {width: 1280, height: 900}});
      await page.goto(server.url + path);
      await page.waitForFunction(() => !document.querySelector("observablehq-loading"), null, {
        timeout: 60_000
      });
      const sliders = await page
        .locator('.controls input[type="range"]')
        .evaluateAll(nodes => nodes.map(node => node.id));
      for (const slider of sliders)
        times.push({page: path, slider, ...(await measure(page, slider))});
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return times;
}

async function measure(page: Page, id: string): Promise<Omit<FrameTime, "page" | "slider">> {
  await page.locator(`[id="${id}"]`).scrollIntoViewIfNeeded();
  const all = await page.evaluate(moveSlider, {id, moves: 2 * moves});
  const kept = all.slice(moves).filter(Number.isFinite);
  kept.sort((a, b) => a - b);
  return {
    median: kept[kept.length >> 1] ?? Number.NaN,
    worst: kept.at(-1) ?? Number.NaN,
    moves: kept.length
  };
}

/** Runs in the page: milliseconds until the pictures have followed, for each move. */
async function moveSlider({id, moves}: {id: string; moves: number}): Promise<number[]> {
  const input = document.getElementById(id) as HTMLInputElement;
  const [min, max, step] = [input.min, input.max, input.step].map(Number);
  const count = Math.round((max - min) / step);
  const times: number[] = [];
  for (let i = 0; i < moves; i++) {
    let last = Number.NaN;
    const observer = new MutationObserver(records => {
      const drawn = records.some(
        ({target}) =>
          target instanceof Element &&
          (target.closest(".picture") || target.querySelector(".picture"))
      );
      if (drawn) last = performance.now();
    });
    observer.observe(document.querySelector("main") as Element, {childList: true, subtree: true});
    await new Promise(requestAnimationFrame);
    // Back and forth over the whole range, so that no two positions in a row are the same.
    const at = (i * Math.max(1, Math.floor(count / 7))) % (count + 1);
    input.value = String(min + step * at);
    input.dispatchEvent(new Event("input", {bubbles: true}));
    const frame = await new Promise<number>(done =>
      requestAnimationFrame(() => done(performance.now()))
    );
    await new Promise(done => setTimeout(done, 250));
    observer.disconnect();
    times.push(Math.max(0, last - frame));
  }
  return times;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const {page, slider, median, worst, moves: n} of await frameTimes(
    join(resolve(process.argv[2] ?? root), "dist")
  ))
    console.log(
      `/${page} ${slider}: median ${median.toFixed(1)} ms, worst ${worst.toFixed(1)} ms of ${n} moves`
    );
}
