import {batchFigures, smallRegression} from "../cases/noise.js";
import type {Numbers} from "../ledger/claim.js";

const below = (bound: number): Numbers =>
  Object.fromEntries(smallRegression.rates.map(x => [`λ = ${x}`, [bound]]));

/** The exact variance is no more than the printed λ/(S(2−λ)). */
export const noMore = (): Numbers => below(1);
export const noMoreOfLess = (): Numbers => below(0.8);

/** Σ_p/(1 − ratio·Σ_p), Σ_p of (8) with k = 1 and C = 1/S. */
const beyond = (ratio: number): Numbers =>
  Object.fromEntries(
    batchFigures.map(({name, rate, momentum: mu, batchSize: S}) => {
      const printed = rate ** 2 / (1 - mu ** 2) / ((rate / (1 + mu)) * (2 - rate / (1 + mu))) / S;
      return [name, [printed / (1 - ratio * printed)]];
    })
  );

export const exact = (): Numbers => beyond(2);
export const exactOther = (): Numbers => beyond(1);
