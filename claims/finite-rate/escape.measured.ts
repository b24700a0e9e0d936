import {scale, trace, turningPoint} from "../brute/arrays.js";
import {covarianceAfter, steadyCovariance} from "../brute/augmented.js";
import {loss} from "../brute/loss.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import type {Sharper} from "../cases/anisotropy.js";
import type {Turn} from "../cases/escape.js";
import type {ScalarRun, SteppedRun} from "../cases/optimisers.js";
import type {Posterior} from "../cases/problems.js";

const after = (run: ScalarRun, t: number) => loss(run, covarianceAfter(run, t));
const flow = (run: Pick<ScalarRun, "hessian" | "noise" | "rate">, t: number) =>
  loss(run, lyapunovIntegral(scale(run.hessian, run.rate), scale(run.noise, run.rate ** 2), t));

/** ½ Tr KΣₜ of the covariance stepped t times from zero. */
export const stepped = (run: SteppedRun) => after(run, run.steps);

/** The slope at 0 by Richardson's rule. */
const slope = (run: ScalarRun) => {
  const t = 1e-4;
  return (4 * flow(run, t / 2) - flow(run, t)) / t;
};

/** The same of the Ornstein–Uhlenbeck covariance by quadrature, with its slope at 0, and of one step and of many. */
export const flowed = (run: ScalarRun) => [
  flow(run, 1),
  flow(run, 4),
  slope(run),
  flow(run, Infinity),
  after(run, 1),
  loss(run, steadyCovariance(run))
];

const even = (base: number, t: number) => {
  let product = 1;
  for (let i = 0; i < 2 * t; i++) product *= base;
  return product;
};

/** Where e^{−2xt} ≥ (1−x)^{2t} ends, and where (1−x)² ≤ x/2 begins. */
export const turns = ({equation, steps}: Turn) =>
  steps.map(t =>
    equation === 61
      ? turningPoint(1, 2, x => Math.exp(-2 * x * t) >= even(1 - x, t))
      : turningPoint(0, 1, x => even(1 - x, t) > x / 2)
  );

/** What `of` makes of a sharper minimum over that of the flatter one. */
const ratios =
  (of: (hessian: number[][], sigma: number[][]) => number) =>
  (run: Sharper): number[] => {
    const at = (hessian: number[][], noise: number[][], steps: number) => {
      const each = {...run, hessian, noise};
      const sigma = steps > 0 ? covarianceAfter(each, steps) : steadyCovariance(each);
      return of(hessian, sigma);
    };
    const pairs = [
      [run.raised, 0],
      [run.stretched, run.steps]
    ] as const;
    return pairs.flatMap(([sharper, steps]) => [
      at(sharper, run.noise, steps) / at(run.hessian, run.noise, steps),
      at(sharper, sharper, steps) / at(run.hessian, run.hessian, steps)
    ]);
  };

export const sharpened = ratios((hessian, sigma) => loss({hessian}, sigma));
export const sharpenedVariance = ratios((_, sigma) => trace(sigma));

/** The λ of least divergence D(q‖f), with both covariances written out, by golden section. */
export function leastDivergence({eigenvalues, datasetSize: N, batchSize: S}: Posterior): number {
  // Over x = ln λ, where the divergence has its one minimum; constants are left out.
  const divergence = (x: number) =>
    eigenvalues.reduce((total, k) => {
      const lambda = Math.exp(x);
      const variance = (lambda * ((N - S) / (N * S)) * k) / (k * (2 - lambda * k));
      return total + (N * k * variance - Math.log(N * k * variance)) / 2;
    }, 0);
  const ratio = (Math.sqrt(5) - 1) / 2;
  const top = Math.log(2 / Math.max(...eigenvalues));
  let [a, b] = [top - 40, top - 1e-9];
  for (let i = 0; i < 120; i++) {
    const [left, right] = [b - ratio * (b - a), a + ratio * (b - a)];
    if (divergence(left) < divergence(right)) b = right;
    else a = left;
  }
  return Math.exp((a + b) / 2);
}
