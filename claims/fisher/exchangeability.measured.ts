import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import {dependent, type inflations} from "../cases/fisher.js";
import type {Context} from "../ledger/claim.js";

const {curvatures, learningRate, batchSize: b, uses} = dependent;
type Inflation = (typeof inflations)[number];

/** Time averages of θᵢ² over runs whose batches are drawn sample by sample, each sharing a part. */
export function simulated({epsilon}: Inflation, {seed}: Context) {
  const [replicates, burnIn, steps] = [500, 60, 900];
  const rho = epsilon / (b - 1);
  const values = curvatures.map(() => new Float64Array(replicates));
  for (let r = 0; r < replicates; r++) {
    const address = {seed, experiment: "claim Figure 10", cell: `ε=${epsilon}`, replicate: r};
    const u = uniforms(address);
    const z = () => Math.sqrt(12) * (u.next() - 0.5);
    const theta = curvatures.map(() => 0);
    for (let t = 0; t < burnIn + steps; t++)
      for (const [i, h] of curvatures.entries()) {
        const shared = z();
        let g = 0;
        for (let k = 0; k < b; k++) g += Math.sqrt(1 - rho) * z() + Math.sqrt(rho) * shared;
        theta[i] -= learningRate * (h * theta[i] + g / b);
        if (t >= burnIn) values[i][r] += theta[i] ** 2 / steps;
      }
  }
  return values.map(sampled);
}

const horizon = 4000;

/** Variance of θ after 4 000 steps, from the weight η aˢ of every single sample: each batch enters once. */
export const summedOverSamples = ({epsilon}: Inflation) =>
  curvatures.map(h => {
    const decay = 1 - learningRate * h;
    const weights = Array.from({length: horizon}, (_, s) => learningRate * decay ** s);
    const squares = weights.reduce((sum, w) => sum + w * w, 0);
    // b samples of each weight, of which any two have the correlation ρ.
    const rho = epsilon / (b - 1);
    return ((b + b * (b - 1) * rho) * squares) / b ** 2;
  });

/** Each sample enters `uses` successive batches: b/uses new ones per step, weights added up. */
export const summedReused = () =>
  curvatures.map(h => {
    const a = 1 - learningRate * h;
    let variance = 0;
    for (let s = 0; s < horizon; s++) {
      let weight = 0;
      for (let k = 0; k < uses && s - k >= 0; k++) weight += (learningRate * a ** (s - k)) / b;
      variance += (b / uses) * weight * weight;
    }
    return variance;
  });
