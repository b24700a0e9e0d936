import type {Family} from "../../ledger/search/family.js";
import {shown} from "../digits.js";
import type {SecondRun} from "../secondOrder.js";
import {definite, geometric, spectrum} from "./spectra.js";

/** N from 2 to 2000 and S below it, both whole, with (N−S)/(NS) no less than a bound. */
function batches(least: number, next: () => number): {datasetSize: number; batchSize: number} {
  const datasetSize = Math.round(geometric(2, 2000, next()));
  const most = Math.min(datasetSize - 1, datasetSize / (1 + least * datasetSize));
  return {datasetSize, batchSize: Math.floor(geometric(1, Math.max(1, most), next()) + 1e-9)};
}

/** A method on a pair: λ of a share of what `edge` allows at µ; the largest κ of K and C; the largest µ. */
const secondOrderFamily = (
  words: string,
  dimensions: readonly [number, number],
  most: {condition: number; momentum: number; leastNoise?: number},
  rateOf: (share: number, momentum: number) => number
): Family<SecondRun> => ({
  ranges: `d = ${dimensions[0]} … ${dimensions[1]}, K and C definite with κ to ${most.condition}, turned against each other, ${words}, µ = 0 … ${most.momentum}, N = 2 … 2000, 1 ≤ S < N${most.leastNoise ? `, (N−S)/(NS) from ${most.leastNoise}, below which the damped iteration takes too long` : ""}, c = 0.05 … 5`,
  dimensions,
  build: (d, next) => {
    const share = next();
    const momentum = most.momentum * next();
    const rate = rateOf(share, momentum);
    const noiseRatio = geometric(1, 5, next()) * geometric(1, 0.05, next());
    const drawn = batches(most.leastNoise ?? 0, next);
    const hessian = definite(d, most.condition, next);
    return {
      name: `d = ${d}, λ = ${shown(rate)}, µ = ${shown(momentum)}, N = ${drawn.datasetSize}, S = ${drawn.batchSize}, c = ${shown(noiseRatio)}, drawn`,
      hessian,
      noise: definite(d, most.condition, next),
      trace: hessian.reduce((sum, row, i) => sum + row[i], 0),
      rate,
      momentum,
      noiseRatio,
      ...drawn
    };
  }
});

/** Damped Newton, to 0.999 of its edge 2(1 + µ). */
export const newtonFamily = secondOrderFamily(
  "λ from 0.001 to 0.999 of 2(1 + µ)",
  [1, 6],
  {condition: 1000, momentum: 0.95},
  (share, mu) => 2 * (1 + mu) * (0.001 + 0.998 * share)
);

/** Damped Newton without momentum, to 0.999 of its edge. */
export const plainNewtonFamily = secondOrderFamily(
  "λ from 0.002 to 1.998",
  [1, 6],
  {condition: 1000, momentum: 0},
  share => 0.002 + 1.996 * share
);

/** Newton beside a method that sets its own scale. */
export const bothFamily = secondOrderFamily(
  "λ from 0.01 to 0.99 of 2(1 + µ)",
  [1, 4],
  {condition: 100, momentum: 0.8, leastNoise: 0.0025},
  (share, mu) => 2 * (1 + mu) * (0.01 + 0.98 * share)
);

/** Methods that set their own scale, at any λ. */
export const ownScaleFamily = secondOrderFamily(
  "λ from 0.01 to 10",
  [1, 4],
  {condition: 100, momentum: 0.8, leastNoise: 0.0025},
  share => geometric(0.01, 10, share)
);

/** Steps so small that SGD is isotropic. */
export const smallStepFamily = secondOrderFamily(
  "λk* from 10⁻⁶ to 10⁻⁴",
  [1, 6],
  {condition: 1000, momentum: 0},
  share => geometric(1e-6, 1e-4, share)
);

/** SGD and Adam along the axes of K, c = 1/S, at steps with λ(2 − λk) below 4/(S+1) for every k. */
export const quietFamily: Family<SecondRun> = {
  ranges:
    "d = 1, 2, κ(K) to 100, S = 1 … 1000, λ from 10⁻³ to 1 of the root of λ(2 − λk) = 4/(S+1) for the smallest k, or of 2/k*",
  dimensions: [1, 2],
  build: (d, next) => {
    const batchSize = Math.round(geometric(1, 1000, next()));
    const share = geometric(1, 1e-3, next());
    const curvatures = spectrum(d, 100, next);
    const least = Math.min(...curvatures);
    const bound = 4 / (batchSize + 1);
    // λ(2 − λk) = bound has no root where the parabola's top, 1/k, is below it.
    const root = bound * least < 1 ? (1 - Math.sqrt(1 - bound * least)) / least : 2;
    const rate = 0.999 * share * Math.min(2, root);
    const hessian = curvatures.map((k, i) => curvatures.map((_, j) => (i === j ? k : 0)));
    return {
      name: `d = ${d}, S = ${batchSize}, λ = ${shown(rate)}, drawn`,
      hessian,
      noise: hessian,
      trace: curvatures.reduce((sum, k) => sum + k, 0),
      rate,
      momentum: 0,
      datasetSize: Number.POSITIVE_INFINITY,
      batchSize,
      noiseRatio: 1 / batchSize
    };
  }
};
