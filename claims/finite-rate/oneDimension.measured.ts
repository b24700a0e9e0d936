import {multiply, norm, type Square, scale, subtract, trace} from "../brute/arrays.js";
import {
  covarianceAfter,
  isStable,
  type Optimiser,
  recursion,
  steadyCovariance
} from "../brute/augmented.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {sampled} from "../brute/sampled.js";
import {stationarySecondMoments} from "../brute/simulate.js";
import {topProjector} from "../brute/topProjector.js";
import type {Pair} from "../cases/pairs.js";
import type {AtRate, Contraction, Halving} from "../cases/problems.js";
import type {Context} from "../ledger/claim.js";

/** w after t steps of (2) without noise, k = 1 and w₀ = 1. */
export function iterate(x: number, t: number): number {
  let w = 1;
  for (let i = 0; i < t; i++) w -= x * w;
  return w;
}

export const iterations = ({learningRate}: AtRate) => iterate(learningRate, 7);

/** Ratios of |iteration − e^(−λkt)| when the small quantity is halved. */
export const errorRatios = ({steps, times}: Halving) => {
  const [whole, half] = steps.map((x, i) =>
    Math.abs(iterate(x, times[i]) - Math.exp(-x * times[i]))
  );
  return half / whole;
};

/** How often w changes its sign in 20 steps. */
export const sides = ({learningRate: x}: AtRate) => {
  let changes = 0;
  for (let t = 0; t < 20; t++)
    if (Math.sign(iterate(x, t)) !== Math.sign(iterate(x, t + 1))) changes++;
  return changes;
};

/** The smallest |w₁/w₀| along an axis of K, at any of the rates. */
export const smallestContraction = ({curvatures, rates}: Contraction) =>
  Math.min(...rates.flatMap(lambda => curvatures.map(k => Math.abs(1 - lambda * k))));

/** 1 if powers of the update grow. */
export const diverges = (run: Optimiser) => (isStable(recursion(run)) ? 0 : 1);

/** ‖Σ_d − Σ_c‖ at λ over the same at 2λ, and relative to ‖Σ_c‖; uᵀ(Σ_d − Σ_c)u over uᵀΣ_cu at λk* = 1. */
export const differenceRatios = ({hessian, noise}: Pair) => {
  const axis = topProjector(hessian);
  const along = (s: Square) => trace(multiply(axis, s));
  const largest = along(hessian);
  const at = (step: number) => {
    const rate = step / largest;
    const continuous = lyapunovIntegral(hessian, scale(noise, rate));
    return {continuous, rest: subtract(steadyCovariance({hessian, noise, rate}), continuous)};
  };
  const [small, twice, edge] = [1e-4, 2e-4, 1].map(at);
  const absolute = norm(small.rest) / norm(twice.rest);
  return [
    absolute,
    (absolute * norm(twice.continuous)) / norm(small.continuous),
    along(edge.rest) / along(edge.continuous)
  ];
};

/** The variance after the figure's 1 000 steps. */
export const afterThousand = ({learningRate}: AtRate) =>
  covarianceAfter({hessian: [[1]], noise: [[1]], rate: learningRate}, 1000)[0][0];

/** Time averages of w² over runs with white noise. */
export async function simulated({name, learningRate}: AtRate, context: Context) {
  const cell = {
    hessianEigenvalues: [1],
    noiseFactor: {diagonal: [1]},
    learningRate,
    burnIn: 200,
    steps: 5200
  };
  const runs = [{name, cell, keep: [[0, 0]] as const}];
  const cells = await stationarySecondMoments("one dimension", context, runs);
  return sampled(cells[name][0]);
}
