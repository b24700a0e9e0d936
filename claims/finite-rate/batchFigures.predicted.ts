import type {BatchFigure} from "../cases/noise.js";

/** The discrete formula is no further from the truth than the continuous one. */
export const nearer = () => 1;

/** The exact variances along both axes are no more than the printed λ/(S(2−λk)). */
export const noMore = () => [1, 1];
export const noMoreOfLess = () => [0.8, 0.8];

/** The misfit grows from each fluctuation to the next: three ratios. */
export const growing = () => [1, 1, 1];

/** Σ_p/(1 − ratio·Σ_p), Σ_p of (8) with k = 1 and C = 1/S, and the S at which it has a pole. */
const beyond =
  (ratio: number) =>
  ({learningRate: rate, momentum: mu, batchSize: S}: BatchFigure) => {
    const printed = rate ** 2 / (1 - mu ** 2) / ((rate / (1 + mu)) * (2 - rate / (1 + mu))) / S;
    return [printed / (1 - ratio * printed), ratio * printed * S];
  };

export const exact = beyond(2);
export const exactOther = beyond(1);
