import {inverse, lowerFactor, product, transpose} from "../brute/arrays.js";
import {bayesRisk} from "../brute/bayesRisk.js";
import {narrowed} from "../brute/least.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import type {BoundPair, NoisyMetric, StiffOfHundred} from "../cases/bound.js";

const dimension = 100;

/** The limit of T times the risk as ∫e^{−(2η₀h − 1)s}ds. */
const limit = (h: number, eta0: number) =>
  h * lyapunovIntegral([[eta0 * h - 0.5]], [[eta0 * eta0 * h]])[0][0];

const gapAt = ({stiff, kappa}: StiffOfHundred, eta0: number) =>
  (stiff * limit(kappa, eta0) + (dimension - stiff) * limit(1, eta0)) / dimension;

/** The limit at η₀ = 1, over the directions of a problem. */
export const integralGap = (each: StiffOfHundred) => gapAt(each, 1);

/** Its least over η₀. */
export function leastIntegralGap(each: StiffOfHundred) {
  const gap = (eta0: number) => gapAt(each, eta0);
  return gap(narrowed(gap, [0.6, 1.2], 50)[0]);
}

const weightOf = ({hessian, noise, metric}: NoisyMetric) =>
  metric === "G" ? noise : product(hessian, inverse(noise), hessian);

/** What no estimator's worst risk is below: F for H, G and the metric. */
export const leastOfLikelihood = ({metric}: BoundPair) => bayesRisk(metric, metric, metric);

export const leastWorst = (each: NoisyMetric) =>
  bayesRisk(each.hessian, each.noise, weightOf(each));

/** Twice the risk of the root of the mean gradient of two draws, over all pairs of 2d gradients. */
export function roots(each: NoisyMetric) {
  const {hessian, noise} = each;
  const d = hessian.length;
  const back = inverse(hessian);
  const draws = transpose(lowerFactor(noise)).flatMap(column =>
    [1, -1].map(sign =>
      back.map(row => row.reduce((sum, x, k) => sum + x * column[k], 0) * sign * Math.sqrt(d))
    )
  );
  const weight = weightOf(each);
  let sum = 0;
  for (const one of draws)
    for (const two of draws) {
      const mean = one.map((x, i) => (x + two[i]) / 2);
      sum += mean.reduce((s, x, i) => s + x * weight[i].reduce((r, m, j) => r + m * mean[j], 0), 0);
    }
  return (2 * sum) / draws.length ** 2;
}
