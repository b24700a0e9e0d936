import {inverse, lowerFactor, type Square, scale} from "../brute/arrays.js";
import {batchShare} from "../brute/selfMade.js";
import {summedResponses} from "../brute/summedResponses.js";
import {type Model, type Scattered, sampleCounts} from "../cases/information.js";
import type {SecondRun} from "../cases/secondOrder.js";

/** Second differences of the mean negative log-likelihood, its labels averaged under the model. */
export function likelihoodCurvature({inputs, parameters}: Model): Square {
  const h = 1e-3;
  const chances = inputs.map(
    x => 1 / (1 + Math.exp(-x.reduce((s, v, i) => s + v * parameters[i], 0)))
  );
  const loss = (w: readonly number[]) =>
    inputs.reduce((sum, x, n) => {
      const z = x.reduce((s, v, i) => s + v * w[i], 0);
      return sum + Math.log1p(Math.exp(z)) - chances[n] * z;
    }, 0) / inputs.length;
  const moved = (i: number, a: number, j: number, b: number) =>
    loss(parameters.map((v, k) => v + (k === i ? a * h : 0) + (k === j ? b * h : 0)));
  // Fourth order: differences at h and 2h, combined.
  const mixed = (i: number, j: number, s: number) =>
    (moved(i, s, j, s) - moved(i, s, j, -s) - moved(i, -s, j, s) + moved(i, -s, j, -s)) /
    (4 * s * s * h * h);
  return parameters.map((_, i) =>
    parameters.map((__, j) => (4 * mixed(i, j, 1) - mixed(i, j, 2)) / 3)
  );
}

/** What each kick of (N−S)/(NS) K leaves with Λ = λK⁻¹, squared and added up. */
export const responded = (run: SecondRun) => {
  const {hessian, momentum} = run;
  const noise = scale(hessian, batchShare(run));
  const rate = scale(inverse(hessian), run.rate);
  return summedResponses({hessian, noise, rate, momentum}, 400);
};

/** The same noise by Isserlis: E x_i x_j x_k x_l as the sum over the three pairings, the mean taken off. */
export function isserlis({hessian: k, sigma, share}: Scattered): Square {
  const every = k.map((_, i) => i);
  return k.map((row, i) =>
    row.map((kij, j) => {
      let fourth = 0;
      let mean = 0;
      for (const a of every)
        for (const b of every) {
          const pairings = k[i][j] * k[a][b] + k[i][a] * k[j][b] + k[i][b] * k[j][a];
          fourth += pairings * sigma[a][b];
          mean += k[i][a] * k[b][j] * sigma[a][b];
        }
      return share * (kij + fourth - mean);
    })
  );
}

/**
 * The same scores from the kicks: at a constant rate the kick of age a is (1−λ)ᵃ of itself; at 1/t the iterate
 * is the mean of t kicks. Kicks have the covariance F, along the columns of its factor.
 */
export function fromKicks({hessian, rate}: SecondRun): number[] {
  const d = hessian.length;
  const columns = lowerFactor(hessian)[0].map((_, j) => lowerFactor(hessian).map(row => row[j]));
  const back = inverse(hessian);
  // Tr F·F⁻¹uuᵀF⁻¹ over the columns u.
  const size = columns.reduce(
    (sum, u) =>
      sum + u.reduce((s, x, i) => s + x * back[i].reduce((t, b, j) => t + b * u[j], 0), 0),
    0
  );
  return sampleCounts.flatMap(t => {
    let constant = 0;
    for (let age = 0; age < t; age++) constant += (rate * (1 - rate) ** age) ** 2;
    return [(t * constant * size) / d, (t * t * (1 / t) ** 2 * size) / d];
  });
}
