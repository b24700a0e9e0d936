import type {Named} from "../ledger/claim.js";
import type {Family} from "../ledger/search/family.js";
import {geometric, spectrum, turned} from "./families/spectra.js";

/** F = diag(1, p, …, p) in d directions, η = 1/(4M), M = b = 1, the start at a distance along the second axis. */
export interface Tails extends Named {
  readonly d: number;
  /** p. */
  readonly weak: number;
  readonly start: number;
  readonly steps: number;
  readonly delta: number;
  /** Of L = γ²(√(1 + r²/γ²) − 1); Infinity for ½r². */
  readonly slope: number;
}

/** Gaussian noise N(0, F) on ½‖θ‖². */
export const gaussianTails: readonly Tails[] = [
  {d: 100, weak: 1, start: 4, steps: 200, delta: 0.5, slope: Infinity},
  {d: 3, weak: 0.01, start: 1, steps: 50, delta: 0.2, slope: Infinity}
].map(each => ({...each, name: `normal, d = ${each.d}`}));

/** Noise that is 0 but for a chance of p = 1/d, and then (±1, …, ±1). */
export const bursts: readonly Tails[] = [
  {
    name: "rare bursts, d = 10¹⁰",
    d: 1e10,
    weak: 1e-10,
    start: 31,
    steps: 3200,
    delta: 5e-11,
    slope: 31
  }
];

/** A quadratic with H ⪯ M = 1, noise of covariance F/b, a start, η ≤ 1/(4M) and T. */
export interface MeanRun extends Named {
  readonly hessian: readonly (readonly number[])[];
  readonly metric: readonly (readonly number[])[];
  readonly start: readonly number[];
  readonly rate: number;
  readonly batchSize: number;
  readonly steps: number;
}

const unit = (d: number) =>
  Array.from({length: d}, (_, i) => Array.from({length: d}, (__, j) => (i === j ? 1 : 0)));

export const meanRuns: readonly MeanRun[] = [
  {
    name: "F = I, H = M, η = 1/(4M)",
    hessian: unit(3),
    metric: unit(3),
    start: [0, 0.1, 0],
    rate: 0.25,
    batchSize: 2,
    steps: 20_000
  },
  {
    name: "turned, d = 2",
    hessian: [
      [0.6, 0.3],
      [0.3, 0.5]
    ],
    metric: [
      [3, 0],
      [0, 0.2]
    ],
    start: [1, -2],
    rate: 0.1,
    batchSize: 1,
    steps: 50
  }
];

export const meanFamily: Family<MeanRun> = {
  ranges: "d = 1 … 6, H ⪯ M and F with κ to 10³, turned, any start, η to 1/(4M), T to 1000",
  dimensions: [1, 6],
  build: (d, next) => {
    const rate = 0.25 * geometric(1, 1e-3, next());
    const steps = Math.round(geometric(1000, 1, next()));
    const batchSize = Math.round(geometric(1, 100, next()));
    const size = geometric(0.01, 100, next());
    const turns = (n: number) => Array.from({length: (n * (n - 1)) / 2}, () => Math.PI * next());
    const hessian = turned(spectrum(d, 1e3, next), turns(d));
    const metric = turned(spectrum(d, 1e3, next), turns(d));
    const start = Array.from({length: d}, () => size * (2 * next() - 1));
    return {
      name: `d = ${d}, ηM = ${rate.toPrecision(2)}, T = ${steps}, drawn`,
      hessian,
      metric,
      start,
      rate,
      batchSize,
      steps
    };
  }
};
