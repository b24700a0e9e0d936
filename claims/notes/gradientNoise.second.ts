import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import {gradients} from "../cases/problems.js";
import type {Context, Numbers, Samples} from "../ledger/claim.js";

/**
 * Batches drawn with replacement by a generator: the products of two centred coordinates of each
 * batch mean.
 */
export function drawnBatches({seed}: Context): Samples {
  const n = gradients.length;
  const d = gradients[0].length;
  const full = gradients[0].map((_, j) => gradients.reduce((s, row) => s + row[j], 0) / n);
  const batches = 200_000;
  return Object.fromEntries(
    [1, 2, 3, 4].map(b => {
      const source = uniforms({seed, experiment: "claim NT-5-2", cell: `B=${b}`, replicate: 0});
      const products = Array.from({length: d * d}, () => new Float64Array(batches));
      for (let k = 0; k < batches; k++) {
        const mean = full.map(x => -x);
        for (let draw = 0; draw < b; draw++) {
          const row = gradients[Math.floor(source.next() * n)];
          for (let j = 0; j < d; j++) mean[j] += row[j] / b;
        }
        for (let i = 0; i < d; i++)
          for (let j = 0; j < d; j++) products[i * d + j][k] = mean[i] * mean[j];
      }
      return [`n = 7, B = ${b}`, products.map(sampled)];
    })
  );
}

/**
 * The same steps from the loss: f(θ) = ½|θ − zᵢ|² has the gradient θ − zᵢ, so with zᵢ = θ − gᵢ a step of
 * size 1 on a batch ends at the mean of its zᵢ.
 */
export function batchMinima({seed}: Context): Numbers {
  const start = normals(uniforms({seed, experiment: "claim NT-Eq14", cell: "", replicate: 0}));
  const theta = gradients[0].map(() => start.next());
  const z = gradients.map(row => row.map((g, j) => theta[j] - g));
  const steps: number[] = [];
  for (let i = 0; i < z.length; i++)
    for (let j = i + 1; j < z.length; j++)
      for (let c = 0; c < theta.length; c++) steps.push((z[i][c] + z[j][c]) / 2 - theta[c]);
  return {"B = 2, every pair": steps};
}
