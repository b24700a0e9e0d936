import type {BatchFigure} from "../cases/noise.js";

/** The exact variance is no more than the printed λ/(S(2−λ)). */
export const noMore = () => 1;
export const noMoreOfLess = () => 0.8;

/** Σ_p/(1 − ratio·Σ_p), Σ_p of (8) with k = 1 and C = 1/S. */
const beyond =
  (ratio: number) =>
  ({learningRate: rate, momentum: mu, batchSize: S}: BatchFigure) => {
    const printed = rate ** 2 / (1 - mu ** 2) / ((rate / (1 + mu)) * (2 - rate / (1 + mu))) / S;
    return printed / (1 - ratio * printed);
  };

export const exact = beyond(2);
export const exactOther = beyond(1);
