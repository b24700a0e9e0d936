import {type Square, scale} from "../brute/arrays.js";
import {covarianceAfter} from "../brute/augmented.js";
import {everyOrderedBatch} from "../brute/finiteLaw.js";
import {estimator, gradients, type Kick, kicks} from "../cases/problems.js";
import type {Drawing} from "../cases/setup.js";

const {steps, batchSize} = kicks;

/** The covariance of a sum of kicks of a size, each of the covariance of all ordered batches. */
export function walk({size}: Kick) {
  const noise = everyOrderedBatch(gradients, batchSize).covariance;
  return covarianceAfter({hessian: scale(noise, 0), noise, rate: size}, steps);
}

/** The mean of the estimator over every pair of ordered batches, or of subsets. */
export function meanEstimate({replacement}: Drawing) {
  const {rows} = estimator;
  const indices = rows.map((_, i) => i);
  const batches = indices.flatMap(i => indices.filter(j => replacement || j > i).map(j => [i, j]));
  const d = rows[0].length;
  const B = batches[0].length;
  const means = batches.map(batch =>
    rows[0].map((_, j) => batch.reduce((sum, i) => sum + rows[i][j], 0) / B)
  );
  const total: Square = Array.from({length: d}, () => new Array<number>(d).fill(0));
  for (const first of means)
    for (const other of means) {
      const centre = first.map((x, j) => (x + other[j]) / 2);
      for (const g of [first, other])
        for (let i = 0; i < d; i++)
          for (let j = 0; j < d; j++) total[i][j] += B * (g[i] - centre[i]) * (g[j] - centre[j]);
    }
  return scale(total, 1 / means.length ** 2);
}
