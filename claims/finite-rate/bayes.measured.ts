import {inverse, product, scale, trace} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import type {Rows} from "../cases/matrices.js";
import type {Pair} from "../cases/pairs.js";
import type {Compared} from "../cases/posteriors.js";
import {type BayesianRegression, secondOrder} from "../cases/problems.js";

const {datasetSize: N, batchSize: S} = secondOrder;

const stationary = ({hessian}: Pair, lambda: number) =>
  steadyCovariance({hessian, noise: scale(hessian, (N - S) / (N * S)), rate: lambda});

const determinant = (a: Rows): number =>
  a.length === 1 ? a[0][0] : a[0][0] * a[1][1] - a[0][1] * a[1][0];

/** D_KL of two Gaussians, ½[Tr F⁻¹Σ − ln|F⁻¹Σ| − D], F the posterior's covariance. */
function divergenceAt(pair: Pair, lambda: number): number {
  const sigma = stationary(pair, lambda);
  const relative = product(scale(pair.hessian, N), sigma);
  return (trace(relative) - Math.log(determinant(relative)) - sigma.length) / 2;
}

type Divergence = (pair: Pair, lambda: number) => number;

const difference = (of: Divergence) => (pair: Compared) => {
  const [a, b] = pair.rates.map(lambda => of(pair, lambda));
  return a - b;
};

/** A difference quotient of fourth order at both rates. */
const slope = (of: Divergence) => (pair: Compared) =>
  pair.rates.map(lambda => {
    const h = 1e-3 * lambda;
    const at = (j: number) => of(pair, lambda + j * h);
    return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h);
  });

/** The divergence at one rate less that at another, and its slopes, Σ from the recursion. */
export const divergence = difference(divergenceAt);
export const derivative = slope(divergenceAt);

/** Mean and covariance of p(w)Πp(yₙ|w) on a fine grid. */
export function posterior(regression: BayesianRegression): number[] {
  const {inputs, outputs, noiseVariance, priorVariance} = regression;
  const density = (u: number, v: number) =>
    Math.exp(
      -(u * u + v * v) / 2 / priorVariance -
        inputs.reduce((sum, [a, b], n) => sum + (outputs[n] - a * u - b * v) ** 2, 0) /
          2 /
          noiseVariance
    );
  const points = 240;
  const grid = Array.from({length: points + 1}, (_, k) => -6 + (12 * k) / points);
  let [mass, a, b, aa, ab, bb] = [0, 0, 0, 0, 0, 0];
  for (const u of grid)
    for (const v of grid) {
      const p = density(u, v);
      mass += p;
      a += p * u;
      b += p * v;
      aa += p * u * u;
      ab += p * u * v;
      bb += p * v * v;
    }
  const [x, y] = [a / mass, b / mass];
  const cross = ab / mass - x * y;
  return [x, y, aa / mass - x * x, cross, cross, bb / mass - y * y];
}

/** ∫q ln(q/f), q = N(0, Σ), on a grid of z with w = Lz, LLᵀ = Σ. */
function integrated(pair: Pair, lambda: number): number {
  const sigma = stationary(pair, lambda);
  const precision = scale(pair.hessian, N);
  const own = inverse(sigma);
  const d = sigma.length;
  const l11 = Math.sqrt(sigma[0][0]);
  const l21 = d > 1 ? sigma[0][1] / l11 : 0;
  const l22 = d > 1 ? Math.sqrt(sigma[1][1] - l21 * l21) : 1;
  const logRatio = (Math.log(determinant(own)) - Math.log(determinant(precision))) / 2;
  const square = (m: Rows, w: readonly number[]) =>
    w.reduce((sum, x, i) => sum + w.reduce((s, y, j) => s + x * m[i][j] * y, 0), 0);
  const line = Array.from({length: 81}, (_, k) => -8 + 0.2 * k);
  let [mass, total] = [0, 0];
  for (const z of line)
    for (const y of d > 1 ? line : [0]) {
      const weight = Math.exp(-(z * z + y * y) / 2);
      const w = d > 1 ? [l11 * z, l21 * z + l22 * y] : [l11 * z];
      mass += weight;
      total += weight * (logRatio - square(own, w) / 2 + square(precision, w) / 2);
    }
  return total / mass;
}

/** The same, the divergence by quadrature. */
export const divergenceByQuadrature = difference(integrated);
export const derivativeByQuadrature = slope(integrated);
