import type {Matrix} from "ml-matrix";
import {
  cubic,
  drifting,
  exchangeable,
  lindeberg,
  staying,
  temperatures,
  wave
} from "../cases/approximation.js";
import {mixture, pairs, population, type Rows} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {entries, eye, plus, times, toMatrix} from "../printed/algebra.js";
import {solveLinear} from "../printed/solveLinear.js";

const exponential = (a: Matrix): Matrix => {
  let [sum, term] = [eye(a.rows), eye(a.rows)];
  for (let k = 1; k < 60; k++) {
    term = times(1 / k, times(term, a));
    sum = plus(sum, term);
  }
  return sum;
};
const lyapunov = (H: Matrix, Q: Matrix) => solveLinear(X => plus(H.mmul(X), X.mmul(H)), Q);

/** (27) at a τ: mean and covariance at time T; τ = 0 is the gradient flow. */
function law(tau: number): Numbers {
  const H = toMatrix(drifting.hessian);
  const decay = exponential(times(-drifting.time, H));
  const rest = times(tau, lyapunov(H, toMatrix(drifting.noise)));
  const left = times(decay, times(rest, decay));
  return {
    "linear drift": [
      ...entries(times(decay, toMatrix(drifting.start.map(x => [x])))),
      ...entries(plus(rest, times(-1, left)))
    ]
  };
}
export const gradientFlow = () => law(0);
export const diffusionAtFirstRate = () => law(drifting.firstRate / drifting.batchSize);
/** The mean of a flow at half the speed. */
export const slowFlow = (): Numbers => {
  const half = exponential(times(-drifting.time / 2, toMatrix(drifting.hessian)));
  return {
    "linear drift": [...entries(times(half, toMatrix(drifting.start.map(x => [x])))), 0, 0, 0, 0]
  };
};

/** V(T)/τ = sin²θ(T) ∫a²/sin²θ ds along θ(s) = 2 atan(tan(θ₀/2)e^{−s}). */
function spread(power: number): Numbers {
  const {growth, start, time} = wave;
  const at = (s: number) => 2 * Math.atan(Math.tan(start / 2) * Math.exp(-s));
  const n = 400;
  let sum = 0;
  for (let k = 0; k <= n; k++) {
    const theta = at((k * time) / n);
    const weight = k === 0 || k === n ? 1 : k % 2 ? 4 : 2;
    sum += (weight * (1 + growth * Math.cos(theta)) ** power) / Math.sin(theta) ** 2;
  }
  return {wave: [(Math.sin(at(time)) ** 2 * sum * time) / (3 * n)]};
}
export const fluctuations = () => spread(2);
/** a for a². */
export const fluctuationsByRoot = () => spread(1);

export const firstOrder = (): Numbers => ({"b fixed": [1], "τ fixed": [1]});
export const strongOrder = (): Numbers => ({"b fixed": [0.5], "τ fixed": [0.5]});

const heated = (scale: (tau: number) => number): Numbers =>
  Object.fromEntries(
    temperatures.flatMap(tau =>
      pairs.map(({name, hessian, noise}) => [
        `${name}, τ = ${tau}`,
        entries(times(scale(tau), lyapunov(toMatrix(hessian), toMatrix(noise))))
      ])
    )
  );
export const temperature = () => heated(tau => tau);
export const temperatureRoot = () => heated(Math.sqrt);

/** (‖H⋆‖ + c L_H r)|θ − θ′| with H⋆ = L_H = 1. */
function lipschitz(c: number): Numbers {
  const {radius, nodes} = cubic;
  return {
    cubic: nodes.flatMap(x => nodes.map(y => (1 + c * radius) * Math.abs(x - y)))
  };
}
export const regularity = () => lipschitz(1);
export const regularityWithout = () => lipschitz(0);

export const stays = (): Numbers => ({"b = 4": [1]});
export const staysWarm = (): Numbers => ({"τ = ½": [1]});
/** Φ-like share of an undamped walk. */
export const staysAway = (): Numbers => {
  const {bound, start} = staying;
  return {"b = 4": [1 - (start / bound) ** 2]};
};

/** 3Sη^k m₄/(ε²b²). */
function lindebergBound(k: number): Numbers {
  const {points, probabilities, horizon, cells} = lindeberg;
  const fourth = points.reduce((sum, x, i) => sum + probabilities[i] * x ** 4, 0);
  return Object.fromEntries(
    cells.map(({name, batchSize, rate, epsilon}) => [
      name,
      [(3 * horizon * rate ** k * fourth) / (epsilon ** 2 * batchSize ** 2)]
    ])
  );
}
export const lindebergSum = () => lindebergBound(3);
export const lindebergSumQuartic = () => lindebergBound(4);

/** Σ pᵢ xᵢxᵢᵀ − x̄x̄ᵀ. */
function covariance(points: Rows, probabilities: readonly number[]): Matrix {
  const mean = points[0].map((_, j) => points.reduce((s, x, i) => s + probabilities[i] * x[j], 0));
  return toMatrix(
    mean.map((_, j) =>
      mean.map((_, k) =>
        points.reduce((s, x, i) => s + probabilities[i] * (x[j] - mean[j]) * (x[k] - mean[k]), 0)
      )
    )
  );
}
const {batchSize} = exchangeable;
const {points, probabilities} = population;
export const batchNoise = (): Numbers => ({
  "one law": entries(times(1 / batchSize, covariance(points, probabilities)))
});
export const batchNoiseSquared = (): Numbers => ({
  "one law": entries(times(1 / batchSize ** 2, covariance(points, probabilities)))
});
/** G of the mixture's one-sample law over b. */
export const mixtureNoise = (): Numbers => {
  const all = mixture.flatMap(part => part.points);
  const weights = mixture.flatMap(part => part.probabilities.map(p => part.weight * p));
  return {"one of two": entries(times(1 / batchSize, covariance(all, weights)))};
};

/** τλmin(G)/(2λ(H)) with τ = 1. */
function floor(of: (eigenvalues: readonly number[]) => number): Numbers {
  const spectrum = (rows: Rows) => eigenvalues(toMatrix(rows));
  return Object.fromEntries(
    pairs.map(({name, hessian, noise}) => [
      name,
      [Math.min(...spectrum(noise)) / (2 * of(spectrum(hessian)))]
    ])
  );
}
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
export const nondegenerate = () => floor(e => Math.max(...e));
export const nondegenerateFlat = () => floor(e => Math.min(...e));
