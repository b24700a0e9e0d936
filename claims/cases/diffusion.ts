import {definite, type Rows} from "./matrices.js";
import {allPairs, type Pair, pairs} from "./pairs.js";
import {ornsteinUhlenbeck} from "./problems.js";

/** A pair and the temperature of a diffusion on it. */
export interface Diffusion extends Pair {
  readonly tau: number;
}

const heat = (pair: Pair): Diffusion => ({...pair, tau: ornsteinUhlenbeck.tau});

/** Diffusions on pairs that do not commute, and on some that do. */
export const diffusions = pairs.map(heat);
export const allDiffusions = allPairs.map(heat);

/** Plain SGD on a pair, with batches of b. */
export interface BatchRun extends Pair {
  readonly rate: number;
  readonly batchSize: number;
}

/** At a rate that is stable. */
export const batchRuns: readonly BatchRun[] = pairs.map(pair => ({
  ...pair,
  rate: ornsteinUhlenbeck.rateOver / pair.trace,
  batchSize: ornsteinUhlenbeck.batchSize
}));

/** Diffusions with a second noise, larger by `more`, and a metric F. */
const reducedBy = (more: (pair: Pair) => Rows) =>
  diffusions.map(pair => ({
    ...pair,
    more: more(pair),
    metric: definite(`metric ${pair.name}`, pair.hessian.length)
  }));

/** Noise that is larger by a definite matrix. */
export const reductions = reducedBy(({name, hessian}) =>
  definite(`reduction ${name}`, hessian.length)
);

/** Noise that is larger in its trace alone: variance is moved, not removed. */
export const traceReductions = reducedBy(({hessian}) =>
  hessian.map((row, i) => row.map((_, j) => (i !== j ? 0 : i === 0 && row.length > 1 ? -0.1 : 0.2)))
);
