import {circleGrid, interpolateOnCircle} from "../../lib/diffusion/circleGrid.js";
import {circleSgd, earlier, gaussianNoise, skewedNoise} from "../../lib/diffusion/circleSgd.js";
import {weakErrors} from "../../lib/diffusion/weakErrors.js";
import {gaussLegendre} from "../../lib/escape/gaussLegendre.js";
import {convergenceOrder} from "../../lib/statistics/convergenceOrder.js";
import {
  add,
  identity,
  multiply,
  product,
  scale,
  smallestEigenvalue,
  subtract
} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {everyDataSet} from "../brute/finiteLaw.js";
import {limit} from "../brute/limit.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import * as cases from "../cases/approximation.js";
import type {Rows} from "../cases/matrices.js";
import type {Pair} from "../cases/pairs.js";

/** Mean and covariance after T/η steps, batch size fixed, as η → 0. */
export function vanishingRate(run: typeof cases.drifting) {
  const {hessian, noise, start, time, batchSize, firstRate} = run;
  const after = (eta: number) => {
    const step = subtract(identity(2), scale(hessian, eta));
    const kick = scale(noise, eta ** 2 / batchSize);
    let mean: Rows = start.map(x => [x]);
    let covariance: Rows = scale(kick, 0);
    for (let k = 0; k < Math.round(time / eta); k++) {
      mean = multiply(step, mean);
      covariance = add(product(step, covariance, step), kick);
    }
    return [...mean.flat(), ...covariance.flat()];
  };
  return limit(after, firstRate / 2, 1, 8);
}

/** (1 − |E e^{iθ}|²)/τ of exact steps with skewed batches of one, as η → 0. */
export function scaledSpread() {
  const {growth, start, time, firstRate} = cases.wave;
  const grid = circleGrid(24);
  const problem = {gradient: Math.sin, amplitude: (x: number) => 1 + growth * Math.cos(x)};
  const after = (eta: number) => {
    const P = circleSgd(grid, problem, {learningRate: eta, temperature: eta, noise: skewedNoise});
    const mean = [grid.cosines, grid.sines].map(first => {
      let u: Float64Array = first;
      for (let k = 0; k < Math.round(time / eta); k++) u = earlier(P, u);
      return interpolateOnCircle(grid, u, start);
    });
    return [(1 - mean[0] ** 2 - mean[1] ** 2) / eta];
  };
  return limit(after, firstRate / 2, 1, 6);
}

/** Slope of the weak error of (27) by halving η from 1/8, extrapolated. */
export function order({temperature}: (typeof cases.fixings)[number]) {
  const {growth, start, time, firstRate} = cases.wave;
  const noise = temperature === undefined ? skewedNoise : gaussianNoise;
  return convergenceOrder(
    Array.from({length: 6}, (_, k) => {
      const eta = firstRate / 2 ** (k + 1);
      const errors = weakErrors(
        {growth, start, time, modes: 24},
        {learningRate: eta, temperature: temperature ?? eta, noise}
      );
      return errors.sgd - errors.sde;
    })
  ).order;
}

/** Covariance at rest of steps with noise τG/η, as η → 0. */
export const sameTemperature = ({hessian, noise, trace, tau}: (typeof cases.heated)[number]) =>
  limit(
    rate => steadyCovariance({hessian, noise: scale(noise, tau / rate), rate}).flat(),
    0.4 / trace
  );

/** ‖h(θ) − h(θ′)‖ for h = Hθ + ½c(uᵀθ)²u. */
export function increments({hessian, bend, axis, from, to}: cases.Cubic) {
  const h = (theta: readonly number[]) => {
    const along = theta.reduce((s, x, i) => s + axis[i] * x, 0);
    return hessian.map(
      (row, i) => row.reduce((s, x, j) => s + x * theta[j], 0) + (bend * along ** 2 * axis[i]) / 2
    );
  };
  const end = h(to);
  return Math.hypot(...h(from).map((x, i) => x - end[i]));
}

/** P(|θₖ| < R for all ηk ≤ T) of Gaussian steps, by quadrature over the inside. */
function survival(eta: number, tau: number, nodes: number): number {
  const {start, bound, time} = cases.staying;
  const {points, weights} = gaussLegendre(nodes, -bound, bound);
  const variance = eta * tau;
  const density = (from: number, to: number) =>
    Math.exp(-((to - from * (1 - eta)) ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
  const steps = Math.round(time / eta);
  const kernel = points.map(x => points.map((y, j) => density(x, y) * weights[j]));
  let inside = points.map(() => 1);
  for (let k = 1; k < steps; k++)
    inside = kernel.map(row => row.reduce((sum, p, j) => sum + p * inside[j], 0));
  return points.reduce((sum, y, j) => sum + density(start, y) * weights[j] * inside[j], 0);
}
export const staysInside = () => survival(1 / 16, 1 / 16 / cases.staying.batchSize, 240);
export const leaves = () => survival(1 / 64, cases.staying.temperature, 120);

/** Σ E[η²ζ²; η|ζ| > ε] over every batch, against either bound. */
export function lindebergSum(cell: cases.LindebergSum) {
  const {points, probabilities, horizon, batchSize: b, rate, epsilon} = cell;
  let sum = 0;
  for (const {data, chance} of everyDataSet(points, probabilities, b)) {
    const total = points[0].map((_, j) => data.reduce((s, x) => s + x[j], 0));
    const move = (rate * Math.hypot(...total)) / b;
    if (move > epsilon) sum += chance * move ** 2;
  }
  const all = (horizon / rate) * sum;
  return [all, all];
}

/** Covariance of a batch mean over every ordered batch of a law on three points. */
export function everyBatch({points, probabilities, batchSize: b}: cases.Exchangeable) {
  const d = points[0].length;
  const mean = new Array<number>(d).fill(0);
  const second = new Array<number>(d * d).fill(0);
  for (const {data, chance: p} of everyDataSet(points, probabilities, b)) {
    const g = mean.map((_, j) => data.reduce((sum, point) => sum + point[j] / b, 0));
    for (let j = 0; j < d; j++) {
      mean[j] += p * g[j];
      for (let k = 0; k < d; k++) second[j * d + k] += p * g[j] * g[k];
    }
  }
  return second.map((x, i) => x - mean[Math.floor(i / d)] * mean[i % d]);
}

/** The smallest eigenvalue of ∫e^{−Hs}Ge^{−Hs}ds. */
export const smallestSpread = ({hessian, noise}: Pair) =>
  smallestEigenvalue(lyapunovIntegral(hessian, noise));
