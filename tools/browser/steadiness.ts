import type {Page} from "playwright-core";

/** The most that a page may shift, as browsers count it, while it comes and is scrolled through. */
const most = 0.05;

interface Seen {
  /** Sum of all layout shifts. */
  shift: number;
  /** The largest of them, and what it moved. */
  largest: number;
  moved: string;
  /** Milliseconds from the navigation to the frame in which the last figure came. */
  complete: number;
  /** Width and height of each figure in the last frame. */
  boxes: readonly (readonly [number, number])[];
  readonly changes: string[];
  readonly observer: PerformanceObserver;
}

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly {readonly node: Node | null}[];
}

interface Watched extends Window {
  steadiness?: Seen;
}

/**
 * Has a page watched from its first frame: layout shifts, and until two seconds after it has loaded the boxes of
 * its figures.
 */
export async function watchSteadiness(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const observer = new PerformanceObserver(list => {
      for (const entry of list.getEntries() as Shift[]) {
        seen.shift += entry.value;
        if (entry.value <= seen.largest) continue;
        seen.largest = entry.value;
        const {node} = entry.sources[0] ?? {node: null};
        const text = node?.textContent?.replace(/\s+/g, " ").trim().slice(0, 40);
        seen.moved = `${node instanceof Element ? node.localName : "text"} “${text ?? ""}”`;
      }
    });
    const seen: Seen = {
      shift: 0,
      largest: 0,
      moved: "",
      complete: 0,
      boxes: [],
      changes: [],
      observer
    };
    (window as Watched).steadiness = seen;
    observer.observe({type: "layout-shift", buffered: true});
    const frames = {
      look(): void {
        // One that the parser has not yet left grows as it comes.
        const figures = [...document.querySelectorAll("main figure")].filter(
          figure =>
            document.readyState !== "loading" ||
            Boolean(figure.closest("observablehq-loading")?.nextSibling)
        );
        const boxes = figures.map(figure => {
          const {width, height} = figure.getBoundingClientRect();
          return [width, height] as const;
        });
        if (boxes.length > seen.boxes.length) seen.complete = performance.now();
        if (boxes.length < seen.boxes.length)
          seen.changes.push("a figure goes before its successor comes");
        if (boxes.length === seen.boxes.length)
          for (const [i, [width, height]] of boxes.entries()) {
            const [wide, high] = seen.boxes[i];
            if (Math.max(Math.abs(width - wide), Math.abs(height - high)) > 1)
              seen.changes.push(
                `a figure's box changes from ${Math.round(wide)} × ${Math.round(high)} px to ${Math.round(width)} × ${Math.round(height)}: ${figures[i].getAttribute("aria-label")}`
              );
          }
        seen.boxes = boxes;
        const [navigation] = performance.getEntriesByType(
          "navigation"
        ) as PerformanceNavigationTiming[];
        const end = navigation?.loadEventEnd ?? 0;
        if (end === 0 || performance.now() < end + 2000) requestAnimationFrame(frames.look);
      }
    };
    requestAnimationFrame(frames.look);
  });
}

/** Into how many windows a page is scrolled at most: some have a hundred. */
const stops = 12;

/** How steadily a page came. */
export interface Steadiness {
  /** Sum of its layout shifts, scrolled through. */
  readonly shift: number;
  /** Milliseconds from the navigation to its last figure; 0 without figures. */
  readonly complete: number;
}

/** Scrolls through a page that is watched and tells how steady it was; says what has moved in it, or changed its size. */
export async function steadiness(page: Page, say: (message: string) => void): Promise<Steadiness> {
  await page.evaluate(async stops => {
    const {scrollHeight} = document.documentElement;
    const step = Math.max(innerHeight, scrollHeight / stops);
    for (let y = 0; y < scrollHeight; y += step) {
      scrollTo(0, y);
      await new Promise(requestAnimationFrame);
    }
    scrollTo(0, 0);
    await new Promise(requestAnimationFrame);
  }, stops);
  const {shift, complete, moved, changes} = await page.evaluate(() => {
    const {observer, ...seen} = (window as Watched).steadiness!;
    observer.disconnect();
    return seen;
  });
  if (shift > most)
    say(`it shifts by ${shift.toFixed(3)}, more than ${most}; most of all ${moved}`);
  for (const change of new Set(changes)) say(change);
  return {shift, complete};
}
