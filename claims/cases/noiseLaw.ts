import type {Named} from "../ledger/claim.js";

/** Noise of one covariance and several laws: plain data. */

/** Two runs at ηh = ½, their starts 2 apart (Gaussian noise) or ⅓ apart (coin tosses), after t steps. */
export const twoRuns = {decay: 0.5, steps: 9, tosses: 12} as const;

/** A recursion driven by tosses, from 0. */
export const remembered = {decay: 0.8, rate: 0.4, steps: 12} as const;

export interface Tosses extends Named {
  /** The size of a toss after heads, and after tails. */
  readonly sizes: readonly [number, number];
  /** The probability that a toss repeats the last. */
  readonly agreement: number;
}

/** E ξ² = 1 in every step, though the size follows from the toss before. */
export const dependentTosses: Tosses = {
  name: "sizes ½ and √1.75",
  sizes: [0.5, Math.sqrt(1.75)],
  agreement: 0.5
};
export const quietTosses: Tosses = {name: "size ½", sizes: [0.5, 0.5], agreement: 0.5};
export const persistentTosses: Tosses = {name: "persistent", sizes: [1, 1], agreement: 0.75};

/** ξ = 0 or (±1, …, ±1), each with probability ½, in d directions over T steps. */
export const bursts = {dimension: 10, steps: 25} as const;
