import {freedmanQuantile, freedmanTail} from "../../lib/budgets/freedmanBound.js";
import type {Martingale, Tails} from "../cases/lemma.js";

/** Freedman's bound at each λ. */
export const freedmanTails = ({range, levels}: Tails) =>
  levels.map(([lambda, variance]) => freedmanTail({variance, range}, lambda));

/** The same without R. */
export const gaussianTails = ({levels}: Tails) =>
  levels.map(([x, v]) => Math.exp((-x * x) / (2 * v)));

const quantile =
  (value: (v: number, R: number, l: number) => number) =>
  ({variance, range, delta}: Martingale) =>
    value(variance, range, Math.log(1 / delta));

/** √(2vℓ) + (2R/3)ℓ. */
export const printedQuantile = quantile((v, R, l) => Math.sqrt(2 * v * l) + (2 * R * l) / 3);
export const halfQuantile = quantile((v, R, l) => Math.sqrt(2 * v * l) + (R * l) / 3);
export const exactQuantile = quantile((variance, range, l) =>
  freedmanQuantile({variance, range}, Math.exp(-l))
);
