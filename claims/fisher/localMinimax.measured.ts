import {add, inverse, multiply, product, scale, trace, transpose} from "../brute/arrays.js";
import {narrowed} from "../brute/least.js";
import type {BoundPair, NoisyMetric, StiffOfHundred} from "../cases/bound.js";
import type {Rows} from "../cases/matrices.js";

/** N·risk of θ ← θ − H⁻¹g/(t + 1) from a start away from θ⋆, in a metric, after 40 calls. */
function newton(hessian: Rows, noise: Rows, metric: Rows): number {
  const back = inverse(hessian);
  const kick = product(back, noise, transpose(back));
  let second = hessian.map((_, i) => hessian.map((_, j) => (i + 1) * (j + 1)));
  for (let t = 0; t < 40; t++)
    second = add(scale(second, (1 - 1 / (t + 1)) ** 2), scale(kick, 1 / (t + 1) ** 2));
  return 40 * trace(multiply(metric, second));
}

export const likelihood = ({metric}: BoundPair) => newton(metric, metric, metric);

export const newtonSteps = ({hessian, noise, metric}: NoisyMetric) =>
  newton(hessian, noise, metric === "G" ? noise : product(hessian, inverse(noise), hessian));

const dimension = 100;

const horizon = 60_000;

/** T times the risk of steps η₀/t in one direction of curvature, noise and metric h. */
function scaledRisk(h: number, eta0: number): number {
  let square = 0;
  for (let t = 1; t < horizon; t++) {
    const eta = eta0 / t;
    square = (1 - eta * h) ** 2 * square + eta * eta * h;
  }
  return horizon * h * square;
}

/** T/d times the risk with F = H = G, κ in some of a hundred directions and 1 in the others. */
const gapAt = ({stiff, kappa}: StiffOfHundred, eta0: number) =>
  (stiff * scaledRisk(kappa, eta0) + (dimension - stiff) * scaledRisk(1, eta0)) / dimension;

/** The same at η₀ = 1. */
export const recursionGap = (each: StiffOfHundred) => gapAt(each, 1);

/** Its least over η₀. */
export function leastRecursionGap(each: StiffOfHundred) {
  const gap = (eta0: number) => gapAt(each, eta0);
  return gap(narrowed(gap, [0.6, 1.2], 12)[0]);
}
