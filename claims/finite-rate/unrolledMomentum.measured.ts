import {type Optimiser, steadyCovariance, step} from "../brute/augmented.js";
import {noisePath, optimisers, type Pair, pairs} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

const perOptimiser = (f: (optimiser: Optimiser, pair: Pair) => readonly number[]): Numbers =>
  Object.fromEntries(
    pairs.flatMap(pair =>
      optimisers.map(({rateOver, momentum}) => [
        `${pair.name}, µ = ${momentum}`,
        f({...pair, momentum, rate: rateOver / pair.trace}, pair)
      ])
    )
  );

/** w₆ by six updates as they are written, from m₀ = 0. */
export const stepped = (): Numbers =>
  perOptimiser((optimiser, pair) => {
    const path = noisePath(pair);
    let w = path[39];
    let m = w.map(() => 0);
    for (let t = 0; t < 6; t++) [w, m] = step(optimiser, w, m, path[t]);
    return w;
  });

export const steady = (): Numbers => perOptimiser(optimiser => steadyCovariance(optimiser).flat());
