import {setTimeout as wait} from "node:timers/promises";
import type {Page} from "playwright-core";

/** Milliseconds without a request after which a page is idle, and between two looks. */
const quiet = 500;
const pulse = 100;

/** The requests of a page, counted from this call on. */
export interface Requests {
  /**
   * Waits until no request has been under way for half a second.
   *
   * @throws with the addresses that are still asked for after `patience` milliseconds
   */
  idle(patience: number): Promise<void>;
}

/** Counts the requests that `page` makes: Playwright's "networkidle" does not come on every page that is idle. */
export function watchRequests(page: Page): Requests {
  const underWay = new Set<string>();
  page.on("request", request => void underWay.add(request.url()));
  page.on("requestfinished", request => void underWay.delete(request.url()));
  page.on("requestfailed", request => void underWay.delete(request.url()));
  return {
    async idle(patience) {
      const began = performance.now();
      for (let idle = 0; idle < quiet; idle = underWay.size ? 0 : idle + pulse) {
        if (performance.now() - began > patience)
          throw new Error(
            `still asks for ${[...underWay].join(" and ")} after ${patience / 1000} s`
          );
        await wait(pulse);
      }
    }
  };
}
