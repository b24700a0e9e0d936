import {setTimeout as wait} from "node:timers/promises";
import type {Browser, Page} from "playwright-core";

/** Milliseconds without an answer after which a page counts as stuck. */
const patience = 30_000;

/** Milliseconds after which work that is not done never will be, though the page answers. */
const endless = 300_000;

/**
 * Waits for work on a page as long as the page answers, and for no more than `most` milliseconds.
 *
 * @returns whether the work was done; false where the page has not answered for `silence` milliseconds
 * @throws what the work throws, and where it is not done in time
 */
export async function whileAnswering(
  page: Page,
  work: Promise<void>,
  silence = patience,
  most = endless
): Promise<boolean> {
  const began = performance.now();
  const over = new AbortController();
  const watch = async () => {
    while (await answers(page, silence)) {
      await wait(Math.min(1000, most), undefined, {signal: over.signal});
      if (performance.now() - began > most)
        throw new Error(`what is looked for is not there after ${most / 1000} s`);
    }
    return false;
  };
  const silent = watch();
  // Whichever of the two comes later ends with the page.
  for (const each of [work, silent]) each.catch(() => {});
  try {
    return await Promise.race([work.then(() => true), silent]);
  } finally {
    over.abort();
  }
}

/**
 * The line of a page, from 1, that runs in an endless loop: opens it again and halts it where it is. Undefined
 * where it answers this time, or runs in another file.
 */
export async function loopingLine(
  browser: Browser,
  url: string,
  silence = patience
): Promise<number | undefined> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const debug = await context.newCDPSession(page);
    const own = new Set<string>();
    debug.on("Debugger.scriptParsed", ({scriptId, url: file}) => {
      if (file === url) own.add(scriptId);
    });
    await debug.send("Debugger.enable");
    const halted = new Promise<number | undefined>(resolve =>
      debug.on("Debugger.paused", ({callFrames}) => {
        const frame = callFrames.find(({location}) => own.has(location.scriptId));
        resolve(frame && frame.location.lineNumber + 1);
      })
    );
    page.goto(url).catch(() => {});
    const began = performance.now();
    while (await answers(page, silence / 3)) {
      if (performance.now() - began > silence) return undefined;
      await wait(500);
    }
    await debug.send("Debugger.pause");
    return await Promise.race([halted, wait(silence / 3, undefined)]);
  } finally {
    await context.close();
  }
}

/** Whether a page runs what it is given within a time; one that is on its way to another does. */
async function answers(page: Page, milliseconds: number): Promise<boolean> {
  const late = new AbortController();
  try {
    const asked = page.evaluate(() => true).catch(() => true);
    return await Promise.race([asked, wait(milliseconds, false, {signal: late.signal})]);
  } finally {
    late.abort();
  }
}
