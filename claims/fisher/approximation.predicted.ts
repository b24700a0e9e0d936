import type {Matrix} from "ml-matrix";
import * as cases from "../cases/approximation.js";
import type {Rows} from "../cases/matrices.js";
import type {Pair} from "../cases/pairs.js";
import {eye, plus, times, toMatrix} from "../printed/algebra.js";
import {exponential} from "../printed/exponential.js";
import {covarianceOf} from "../printed/law.js";
import {solveLinear} from "../printed/solveLinear.js";

const lyapunov = (H: Matrix, Q: Matrix) => solveLinear(X => plus(H.mmul(X), X.mmul(H)), Q);

/** (27) at a τ: mean and covariance at time T; τ = 0 is the gradient flow. */
const law = (tauOf: (run: typeof cases.drifting) => number) => (run: typeof cases.drifting) => {
  const H = toMatrix(run.hessian);
  const decay = exponential(times(-run.time, H));
  const rest = times(tauOf(run), lyapunov(H, toMatrix(run.noise)));
  const left = times(decay, times(rest, decay));
  return [times(decay, toMatrix(run.start.map(x => [x]))), plus(rest, times(-1, left))];
};
export const gradientFlow = law(() => 0);
export const diffusionAtFirstRate = law(run => run.firstRate / run.batchSize);
/** The mean of a flow at half the speed. */
export const slowFlow = ({hessian, time, start}: typeof cases.drifting) => [
  times(exponential(times(-time / 2, toMatrix(hessian))), toMatrix(start.map(x => [x]))),
  times(0, eye(2))
];

/** V(T)/τ = sin²θ(T) ∫a²/sin²θ ds along θ(s) = 2 atan(tan(θ₀/2)e^{−s}). */
function spread(power: number) {
  const {growth, start, time} = cases.wave;
  const at = (s: number) => 2 * Math.atan(Math.tan(start / 2) * Math.exp(-s));
  const n = 400;
  let sum = 0;
  for (let k = 0; k <= n; k++) {
    const theta = at((k * time) / n);
    const weight = k === 0 || k === n ? 1 : k % 2 ? 4 : 2;
    sum += (weight * (1 + growth * Math.cos(theta)) ** power) / Math.sin(theta) ** 2;
  }
  return (Math.sin(at(time)) ** 2 * sum * time) / (3 * n);
}
export const fluctuations = () => spread(2);
/** a for a². */
export const fluctuationsByRoot = () => spread(1);

export const firstOrder = () => 1;
export const strongOrder = () => 0.5;

const atTemperature =
  (scale: (tau: number) => number) =>
  ({hessian, noise, tau}: (typeof cases.heated)[number]) =>
    times(scale(tau), lyapunov(toMatrix(hessian), toMatrix(noise)));
export const temperature = atTemperature(tau => tau);
export const temperatureRoot = atTemperature(Math.sqrt);

/** (‖H⋆‖ + share·L_H r)‖θ − θ′‖ with ‖H⋆‖ = 1 and L_H = c. */
const lipschitz =
  (share: number) =>
  ({bend, radius, from, to}: cases.Cubic) =>
    (1 + share * bend * radius) * Math.hypot(...from.map((x, i) => x - to[i]));
export const regularity = lipschitz(1);
export const regularityWithout = lipschitz(0);

export const stays = () => 1;

/** 3Sη^k m₄/(εb)² and Sη^{k−2+δ} m_{2+δ}/ε^δ. */
const lindebergBound = (k: number) => (cell: cases.LindebergSum) => {
  const {points, probabilities, horizon: S, batchSize: b, rate, epsilon, delta} = cell;
  const moment = (order: number) =>
    points.reduce((sum, x, i) => sum + probabilities[i] * Math.hypot(...x) ** order, 0);
  return [
    (3 * S * rate ** k * moment(4)) / (epsilon * b) ** 2,
    (S * rate ** (k - 2 + delta) * moment(2 + delta)) / epsilon ** delta
  ];
};
export const lindebergSum = lindebergBound(3);
export const lindebergSumQuartic = lindebergBound(4);

export const batchNoise = (law: cases.Exchangeable) => times(1 / law.batchSize, covarianceOf(law));
export const batchNoiseSquared = (law: cases.Exchangeable) =>
  times(1 / law.batchSize ** 2, covarianceOf(law));
/** τλmin(G)/(2λ(H)) with τ = 1. */
const floor = (of: (eigenvalues: readonly number[]) => number) => (pair: Pair) => {
  const spectrum = (rows: Rows) => eigenvalues(toMatrix(rows));
  return Math.min(...spectrum(pair.noise)) / (2 * of(spectrum(pair.hessian)));
};
/** Of a symmetric matrix, by Jacobi's rotations. */
function eigenvalues(matrix: Matrix): number[] {
  let a = matrix;
  const n = a.rows;
  for (let sweep = 0; sweep < 12; sweep++)
    for (let i = 0; i < n; i++)
      for (let j = i + 1; j < n; j++) {
        const angle = 0.5 * Math.atan2(2 * a.get(i, j), a.get(i, i) - a.get(j, j));
        const turn = eye(n);
        turn.set(i, i, Math.cos(angle)).set(j, j, Math.cos(angle));
        turn.set(i, j, -Math.sin(angle)).set(j, i, Math.sin(angle));
        a = times(turn.transpose(), a, turn);
      }
  return a.diagonal();
}
export const nondegenerate = floor(e => Math.max(...e));
export const nondegenerateFlat = floor(e => Math.min(...e));
