import type {Named} from "../ledger/claim.js";
import {definite, type Rows} from "./matrices.js";

/** Noise of one covariance and several laws: plain data. */

/** Two runs at ηh = ½ under coin tosses, their starts ⅓ apart, after so many steps. */
export const twoRuns = {decay: 0.5, tosses: 12} as const;

/** Two runs under Gaussian noise from ± a start: eigenvalues of I − ηH, and the noise in its eigenvectors. */
export interface GaussianRuns extends Named {
  readonly pulls: readonly number[];
  readonly noise: Rows;
  readonly start: readonly number[];
  readonly steps: number;
}

export const gaussianRuns: readonly GaussianRuns[] = [
  {name: "ηh = ½", pulls: [0.5], noise: [[1]], start: [1], steps: 9},
  {
    name: "d = 3, the stiff direction overshoots",
    pulls: [0.05, -0.1, -0.6],
    noise: definite("total variation", 3),
    start: [1, -2, 0.5],
    steps: 14
  }
];

/** Steps of ½ under noise whose law alternates: ±1, and ±√3 or 0 with chances ⅙ and ⅔. */
export const alternating = {
  decay: 0.5,
  laws: [
    {points: [1, -1], probabilities: [0.5, 0.5]},
    {points: [Math.sqrt(3), 0, -Math.sqrt(3)], probabilities: [1 / 6, 2 / 3, 1 / 6]}
  ]
} as const;

/** A recursion driven by tosses, from 0. */
export const remembered = {decay: 0.8, rate: 0.4, steps: 12} as const;

export interface Tosses extends Named {
  /** The size of a toss after heads, and after tails. */
  readonly sizes: readonly [number, number];
  /** The probability that a toss repeats the last. */
  readonly agreement: number;
  /** E ξ² in every step. */
  readonly variance: number;
}

/** Their size follows from the toss before. */
export const dependentTosses: Tosses = {
  name: "sizes ½ and √1.75",
  sizes: [0.5, Math.sqrt(1.75)],
  agreement: 0.5,
  variance: 1
};
export const quietTosses: Tosses = {
  name: "size ½",
  sizes: [0.5, 0.5],
  agreement: 0.5,
  variance: 0.25
};
export const persistentTosses: Tosses = {
  name: "persistent",
  sizes: [1, 1],
  agreement: 0.75,
  variance: 1
};

/** ξ = 0 or (±1, …, ±1), each with probability ½, in d directions over T steps. */
export const bursts = {dimension: 10, steps: 25} as const;
