import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {drawnBatches} from "../brute/drawnBatches.js";
import type {Batch} from "../cases/batches.js";
import {gradients} from "../cases/problems.js";
import type {Context} from "../ledger/claim.js";

/** Products of two centred coordinates of batch means, drawn with replacement. */
export const drawn = drawnBatches("claim NT-5-2");

/**
 * The same steps from the loss: f(θ) = ½|θ − zᵢ|² has the gradient θ − zᵢ, so with zᵢ = θ − gᵢ a step of
 * size 1 on a batch ends at the mean of its zᵢ.
 */
export function batchMinima(_: Batch, {seed}: Context) {
  const start = normals(uniforms({seed, experiment: "claim NT-Eq14", cell: "", replicate: 0}));
  const theta = gradients[0].map(() => start.next());
  const z = gradients.map(row => row.map((g, j) => theta[j] - g));
  const steps: number[] = [];
  for (let i = 0; i < z.length; i++)
    for (let j = i + 1; j < z.length; j++)
      for (let c = 0; c < theta.length; c++) steps.push((z[i][c] + z[j][c]) / 2 - theta[c]);
  return steps;
}
