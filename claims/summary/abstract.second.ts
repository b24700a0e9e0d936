import {uniforms} from "../../lib/random/uniforms.js";
import {logGamma} from "../../lib/statistics/logGamma.js";
import {sampled} from "../brute/sampled.js";
import type {Batch} from "../cases/batches.js";
import * as cases from "../cases/summary.js";
import type {Context} from "../ledger/claim.js";

/** Products of the coordinates of drawn batch gradients of the regression with unequal errors. */
export function drawnBatches({batchSize: b}: Batch, {seed}: Context) {
  const {inputs, deviations, probabilities} = cases.unequal;
  const draws = 200_000;
  const source = uniforms({seed, experiment: "claim SM-1", cell: `b=${b}`, replicate: 0});
  const products = Array.from({length: 4}, () => new Float64Array(draws));
  for (let k = 0; k < draws; k++) {
    const g = [0, 0];
    for (let i = 0; i < b; i++) {
      const u = source.next();
      const pick = u < probabilities[0] ? 0 : u < probabilities[0] + probabilities[1] ? 1 : 2;
      const error = (source.next() < 0.5 ? 1 : -1) * deviations[pick];
      for (const j of [0, 1]) g[j] += (error * inputs[pick][j]) / b;
    }
    for (let e = 0; e < 4; e++) products[e][k] = g[e >> 1] * g[e & 1];
  }
  return products.map(sampled);
}

/** N·risk as a sum over steps of what is left of each kick, added backwards in time. */
export function backwards({batchSize: b, steps}: cases.Decreasing) {
  const {curvatures, variances, start, eta0, offset} = cases.decreasing;
  const risk = curvatures.reduce((sum, h, i) => {
    let [left, square] = [1, 0];
    for (let t = steps - 1; t >= 0; t--) {
      const step = eta0 / (t + offset);
      square += (left * step * step * variances[i]) / b;
      left *= (1 - step * h) ** 2;
    }
    return sum + h * (square + left * start[i] ** 2);
  }, 0);
  return b * steps * risk;
}

/** N times the variance of steps 1/t, from P ← (1 − 1/t)²P + s²/t². */
export function variance({calls: n, noise: size}: cases.Oracle) {
  let p = 9;
  for (let t = 1; t <= n; t++) p = (1 - 1 / t) ** 2 * p + (size / t) ** 2;
  return n * p;
}

/** Var θ under exp(−a|θ|ᵖ): a^{−2/p} Γ(3/p)/Γ(1/p), a = 2h/(pτG). */
export function gammas({power, temperature: tau}: cases.PowerLoss) {
  const {curvature, noise} = cases.powerLoss;
  const a = (2 * curvature) / (power * tau * noise);
  return a ** (-2 / power) * Math.exp(logGamma(3 / power) - logGamma(1 / power));
}
