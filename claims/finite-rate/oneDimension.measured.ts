import {norm, scale, subtract} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {sampled} from "../brute/sampled.js";
import {stationarySecondMoments} from "../brute/simulate.js";
import {type AtRate, pairs, remembered, skewed} from "../cases/problems.js";
import type {Context, Numbers} from "../ledger/claim.js";

/** w after t steps of (2) without noise, k = 1 and w₀ = 1. */
export function iterate(x: number, t: number): number {
  let w = 1;
  for (let i = 0; i < t; i++) w -= x * w;
  return w;
}

export const iterations = ({learningRate}: AtRate) => iterate(learningRate, 7);

/** Ratios of |iteration − e^(−λkt)| when the small quantity is halved. */
export function errorRatios(): Numbers {
  const error = (x: number, t: number) => Math.abs(iterate(x, t) - Math.exp(-x * t));
  const delta = 1e-8;
  return {
    "1 − λk halved, at λk → 1": [error(1 - delta / 2, 1) / error(1 - delta, 1)],
    "λk halved, one step": [error(5e-5, 1) / error(1e-4, 1)],
    "λk halved, λkt = 1": [error(2 ** -14, 2 ** 14) / error(2 ** -13, 2 ** 13)]
  };
}

/** How often w changes its sign in 20 steps. */
export const sides = ({learningRate: x}: AtRate) => {
  let changes = 0;
  for (let t = 0; t < 20; t++)
    if (Math.sign(iterate(x, t)) !== Math.sign(iterate(x, t + 1))) changes++;
  return changes;
};

/** The smallest |w₁/w₀| along an axis of K = diag(2, ½), at rates from 0.1 to 0.9; k* allows λ < 1. */
const smallest = (lambdas: readonly number[]): Numbers => ({
  "smallest |eigenvalue|": [
    Math.min(...lambdas.flatMap(lambda => [2, 0.5].map(k => Math.abs(1 - lambda * k))))
  ]
});

export const smallestContraction = (): Numbers => smallest([0.1, 0.3, 0.5, 0.7, 0.9]);

/** The same without λ = ½ = 1/k*. */
export const smallestElsewhere = (): Numbers => smallest([0.1, 0.3, 0.7, 0.9]);

/** ‖Σ_d − Σ_c‖ at λ over the same at 2λ, and relative to ‖Σ_c‖; all pairs, the furthest from ¼. */
export function differenceRatios(): Numbers {
  const difference = (lambda: number) =>
    pairs.map(pair => {
      const discrete = steadyCovariance({...pair, rate: lambda / pair.trace});
      const continuous = lyapunovIntegral(pair.hessian, scale(pair.noise, lambda / pair.trace));
      return [norm(subtract(discrete, continuous)), norm(continuous)];
    });
  const small = difference(1e-4);
  const large = difference(2e-4);
  const furthest = (values: number[], from: number) =>
    values.reduce((a, b) => (Math.abs(b - from) > Math.abs(a - from) ? b : a));
  return {
    absolute: [
      furthest(
        small.map(([d], i) => d / large[i][0]),
        1 / 4
      )
    ],
    relative: [
      furthest(
        small.map(([d, c], i) => d / c / (large[i][0] / large[i][1])),
        1 / 2
      )
    ]
  };
}

/** The variance after ten steps over every sequence of kicks on `points`, by its probability. */
const overSequences =
  (points: readonly number[], chance: (pick: number, last: number | null) => number) =>
  ({learningRate}: AtRate) => {
    let [mean, second] = [0, 0];
    for (let code = 0; code < points.length ** 10; code++) {
      let [w, weight, rest] = [0, 1, code];
      let last: number | null = null;
      for (let t = 0; t < 10; t++) {
        const pick = rest % points.length;
        rest = Math.floor(rest / points.length);
        w -= learningRate * (w + points[pick]);
        weight *= chance(pick, last);
        last = pick;
      }
      mean += weight * w;
      second += weight * w * w;
    }
    return second - mean * mean;
  };

const kept = skewed.points.flatMap((x, i) =>
  skewed.probabilities[i] > 0 ? [[x, skewed.probabilities[i]]] : []
);

/** Skewed kicks, each for itself. */
export const everySequence = overSequences(
  kept.map(([x]) => x),
  pick => kept[pick][1]
);

/** Kicks ±1, each like the last with chance (1 + ρ)/2. */
export const everyRememberedSequence = overSequences([1, -1], (pick, last) =>
  last === null ? 0.5 : (1 + (pick === last ? remembered : -remembered)) / 2
);

/** Time averages of w² over runs with white noise. */
export async function simulated({name, learningRate}: AtRate, context: Context) {
  const cell = {
    hessianEigenvalues: [1],
    noiseFactor: {diagonal: [1]},
    learningRate,
    burnIn: 200,
    steps: 5200
  };
  const runs = [{name, cell, keep: [[0, 0]] as const}];
  const cells = await stationarySecondMoments("one dimension", context, runs);
  return sampled(cells[name][0]);
}
