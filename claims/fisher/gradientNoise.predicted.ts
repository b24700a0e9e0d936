import type {DrawnData} from "../cases/dataSets.js";
import {times} from "../printed/algebra.js";
import {covarianceOf, meanOf} from "../printed/law.js";

const multiplesOfG =
  (...factors: readonly ((b: number, n: number) => number)[]) =>
  ({law, n, b}: DrawnData) =>
    factors.map(factor => times(factor(b, n), covarianceOf(law)));

/** (3): G/b; and E Cov(g_B | data). */
export const identified = multiplesOfG(
  b => 1 / b,
  (b, n) => 1 / b - 1 / n
);

/** G/b for both. */
export const identifiedAlike = multiplesOfG(
  b => 1 / b,
  b => 1 / b
);

/** Cov(ξ₁ + ξ₂) with fresh data, 2G/b, and with one data set, 2G/b + 2G/n. */
export const twoSteps = multiplesOfG(
  b => 2 / b,
  (b, n) => 2 / b + 2 / n
);

/** 2G/b for both. */
export const twoStepsApart = multiplesOfG(
  b => 2 / b,
  b => 2 / b
);

/** −G/n and (1/b − 1/n)² times the variance of Sₙ, first coordinate. */
const remainder =
  (spread: (n: number, variance: number, fourth: number) => number) =>
  ({law, n, b}: DrawnData) => {
    const [mean] = meanOf(law);
    const variance = covarianceOf(law).get(0, 0);
    const fourth = law.points.reduce((s, [x], k) => s + law.probabilities[k] * (x - mean) ** 4, 0);
    return [-variance / n, spread(n, variance, fourth) * (1 / b - 1 / n) ** 2];
  };

/** r = (Sₙ − G)/b − Sₙ/n: mean −G/n, variance (1/b − 1/n)² (µ₄ − (n−3)/(n−1) σ⁴)/n. */
export const remainders = remainder(
  (n, variance, fourth) => (fourth - ((n - 3) / (n - 1)) * variance ** 2) / n
);

/** The variance of Sₙ as if ψ were Gaussian. */
export const remaindersOfGaussian = remainder((n, variance) => (2 * variance ** 2) / (n - 1));
