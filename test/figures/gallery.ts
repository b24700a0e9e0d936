import type {Chart} from "../../src/components/chart/declaration.js";
import {budgets} from "./examples/budgets.js";
import {calibration} from "./examples/calibration.js";
import {diffusion} from "./examples/diffusion.js";
import {finiteRate} from "./examples/finite-rate.js";
import {noise} from "./examples/noise.js";
import {sampling} from "./examples/sampling.js";
import {site} from "./examples/site.js";
import {workbench} from "./examples/workbench.js";

/** Figures of pages with rows of small runs, by the page. */
export type Examples = Readonly<Record<string, () => Promise<readonly Chart[]>>>;

const examples: Examples = {
  ...noise,
  ...diffusion,
  ...finiteRate,
  ...budgets,
  ...sampling,
  ...site,
  ...workbench,
  ...calibration
};

const drawn = new Map<string, Promise<readonly Chart[]>>();

/** What the tests of all figures look at, computed once for all of a process. */
export async function gallery(
  only: readonly string[] = declaredPages
): Promise<ReadonlyMap<string, readonly Chart[]>> {
  const pages = new Map<string, readonly Chart[]>();
  for (const page of only) {
    const charts = drawn.get(page) ?? examples[page]();
    drawn.set(page, charts);
    pages.set(page, await charts);
  }
  return pages;
}

/** The pages of which there are examples. */
export const declaredPages: readonly string[] = Object.keys(examples);
