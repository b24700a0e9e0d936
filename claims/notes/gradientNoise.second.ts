import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {drawnBatches} from "../brute/drawnBatches.js";
import type {RowBatch} from "../cases/batches.js";
import type {SlopeOfOne} from "../cases/setup.js";
import type {Context} from "../ledger/claim.js";

/** Products of two centred coordinates of batch means, drawn with replacement. */
export const drawn = drawnBatches("claim NT-5-2");

/**
 * The same steps from the loss: f(θ) = ½|θ − zᵢ|² has the gradient θ − zᵢ, so with zᵢ = θ − gᵢ a step of
 * size 1 on a batch ends at the mean of its zᵢ.
 */
export function batchMinima({rows}: RowBatch, {seed}: Context) {
  const start = normals(uniforms({seed, experiment: "claim NT-Eq14", cell: "", replicate: 0}));
  const theta = rows[0].map(() => start.next());
  const z = rows.map(row => row.map((g, j) => theta[j] - g));
  const steps: number[] = [];
  for (let i = 0; i < z.length; i++)
    for (let j = i + 1; j < z.length; j++)
      for (let c = 0; c < theta.length; c++) steps.push((z[i][c] + z[j][c]) / 2 - theta[c]);
  return steps;
}

/** The variance of a pair's mean as half of that of one gradient, about its mean; and whether it is the same at 0. */
export function deviations({x, y, theta}: SlopeOfOne) {
  const variance = (t: number) => {
    const gradients = x.map((a, i) => a * (a * t - y[i]));
    let sum = 0;
    for (const g of gradients) for (const h of gradients) sum += (g - h) ** 2;
    return sum / 4 / gradients.length ** 2;
  };
  const there = theta === 0 ? 1.3 : 0;
  return [variance(theta), Number(Math.abs(variance(there) / variance(theta) - 1) > 1e-9)];
}
