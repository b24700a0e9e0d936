import type {DrawnData} from "../cases/dataSets.js";
import {times} from "../printed/algebra.js";
import {covarianceOf, meanOf} from "../printed/law.js";

const multipleOfG =
  (factor: (b: number) => number) =>
  ({law, b}: DrawnData) =>
    times(factor(b), covarianceOf(law));

/** (3): G/b. */
export const identified = multipleOfG(b => 1 / b);

/** b² for b. */
export const identifiedSquared = multipleOfG(b => 1 / b ** 2);

/** Cov(ξ₁ + ξ₂) = 2G/b of a martingale's two steps. */
export const twoSteps = multipleOfG(b => 2 / b);

/** 4G/b: the same batch twice. */
export const twoStepsAlike = multipleOfG(b => 4 / b);

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
