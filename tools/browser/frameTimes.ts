import {existsSync} from "node:fs";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {root} from "../root.js";
import {pagesOf} from "./checkSite.js";
import {launch} from "./chromium.js";
import {serve} from "./serve.js";

/** How long the pictures of a page take to follow one of its controls. */
export interface FrameTime {
  readonly page: string;
  readonly control: string;
  /** Milliseconds from the frame that hears of the move to the last change that the page makes to a picture. */
  readonly median: number;
  readonly ninetyPercent: number;
  /** Median until what a worker computes is drawn as well; absent where no worker answers. */
  readonly simulation?: number;
  readonly moves: number;
}

interface Move {
  readonly redrawn: number;
  readonly simulated: number;
}

/** Moves per control, after some to warm up. */
const moves = 15;
const warmUp = 5;

/**
 * Moves every control of a built site's pages (all, or the named ones) and measures, in Chromium, the time from
 * the frame in which the page hears of the move until its pictures have changed. Below 16 ms they follow
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
  const server = await serve(dist);
  const browser = await launch();
  const times: FrameTime[] = [];
  try {
    for (const path of wanted.length ? wanted : all) {
      const page = await browser.newPage({viewport: {width: 1280, height: 900}});
      await page.goto(server.url + path);
      await page.waitForFunction(() => !document.querySelector("observablehq-loading"), null, {
        timeout: 60_000
      });
      const controls = await page
        .locator('.controls input[type="range"], .controls select')
        .evaluateAll(nodes => nodes.map(node => node.id));
      for (const control of controls)
        times.push({
          page: `/${path}`,
          control: control.replace(/^control-/, ""),
          ...(await measure(page, control))
        });
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return times;
}

async function measure(page: Page, id: string): Promise<Omit<FrameTime, "page" | "control">> {
  await page.locator(`[id="${id}"]`).scrollIntoViewIfNeeded();
  const all = (await page.evaluate(moveControl, {id, moves: warmUp + moves})).slice(warmUp);
  const sorted = (key: keyof Move) =>
    all
      .map(move => move[key])
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
  const redrawn = sorted("redrawn");
  const simulated = sorted("simulated");
  return {
    median: redrawn[redrawn.length >> 1] ?? Number.NaN,
    ninetyPercent: redrawn[Math.floor(0.9 * redrawn.length)] ?? Number.NaN,
    ...(simulated.length && {simulation: simulated[simulated.length >> 1]}),
    moves: redrawn.length
  };
}

/** Runs in the page: milliseconds until the pictures have followed, for each move. */
async function moveControl({id, moves}: {id: string; moves: number}): Promise<Move[]> {
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
  const times: Move[] = [];
  for (let i = 0; i < moves; i++) {
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
      attributeFilter: ["d", "data-drawn"]
    });
    await new Promise(requestAnimationFrame);
    // Back and forth over the whole range, so that no two positions in a row are the same.
    const stride = Math.max(1, Math.floor((positions.length - 1) / 7));
    control.value = positions[(i * stride) % positions.length];
    control.dispatchEvent(new Event("input", {bubbles: true}));
    const frame = await new Promise<number>(done =>
      requestAnimationFrame(() => done(performance.now()))
    );
    await new Promise(done => setTimeout(done, 200));
    observer.disconnect();
    times.push({redrawn: Math.max(0, redrawn - frame), simulated: Math.max(0, simulated - frame)});
  }
  return times;
}
