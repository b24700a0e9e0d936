import {population} from "../cases/problems.js";
import {halves} from "../cases/setup.js";
import type {Numbers} from "../ledger/claim.js";

const {points, probabilities} = population;
const mean = [0, 1].map(j => points.reduce((s, point, k) => s + probabilities[k] * point[j], 0));
const G = [0, 1, 2, 3].map(e =>
  points.reduce(
    (s, point, k) =>
      s + probabilities[k] * (point[e >> 1] - mean[e >> 1]) * (point[e & 1] - mean[e & 1]),
    0
  )
);

const perHalf = (f: (n: number, b: number) => number): Numbers =>
  Object.fromEntries(
    halves.map(({samples, batchSize}) => [
      `n = ${samples}, b = ${batchSize}`,
      G.map(g => f(samples, batchSize) * g)
    ])
  );

/** (3): G/b. */
export const identified = (): Numbers => perHalf((_, b) => 1 / b);

/** b² for b. */
export const identifiedSquared = (): Numbers => perHalf((_, b) => 1 / b ** 2);

/** Cov(ξ₁ + ξ₂) = 2G/b of a martingale's two steps. */
export const twoSteps = (): Numbers => perHalf((_, b) => 2 / b);

/** 4G/b: the same batch twice. */
export const twoStepsAlike = (): Numbers => perHalf((_, b) => 4 / b);

const fourth = points.reduce((s, point, k) => s + probabilities[k] * (point[0] - mean[0]) ** 4, 0);

const remainder = (spread: (n: number) => number): Numbers =>
  Object.fromEntries(
    [
      [2, 1],
      [4, 2],
      [6, 2],
      [6, 5]
    ].map(([n, b]) => [`n = ${n}, b = ${b}`, [-G[0] / n, spread(n) * (1 / b - 1 / n) ** 2]])
  );

/** r = (Sₙ − G)/b − Sₙ/n: mean −G/n, variance (1/b − 1/n)² (µ₄ − (n−3)/(n−1) σ⁴)/n. */
export const remainders = (): Numbers =>
  remainder(n => (fourth - ((n - 3) / (n - 1)) * G[0] ** 2) / n);

/** The variance of Sₙ as if ψ were Gaussian. */
export const remaindersOfGaussian = (): Numbers => remainder(n => (2 * G[0] ** 2) / (n - 1));
