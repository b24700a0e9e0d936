import {type Square, scale} from "../brute/arrays.js";
import {covarianceAfter} from "../brute/augmented.js";
import {everyOrderedBatch} from "../brute/finiteLaw.js";
import {estimator, gradients, kicks, type Rows} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

const {steps, learningRate, batchSize} = kicks;

/** The covariance of a sum of kicks of this size, each of the covariance of all ordered batches. */
function walk(size: number): Numbers {
  const noise = everyOrderedBatch(gradients, batchSize).covariance;
  const flat = scale(noise, 0);
  return {
    "N = 6, B = 4": covarianceAfter({hessian: flat, noise, rate: size}, steps).flat()
  };
}

export const rateScaled = (): Numbers => walk(learningRate);
export const rootScaled = (): Numbers => walk(Math.sqrt(learningRate));

/** The mean of the estimator over every pair of batches of a list. */
function meanOver(batches: readonly (readonly number[])[], rows: Rows): Numbers {
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
  return {"n = 4, B = 2, m = 2": scale(total, 1 / means.length ** 2).flat()};
}

const indices = estimator.rows.map((_, i) => i);

/** Over every pair of ordered batches. */
export const estimatorWith = (): Numbers =>
  meanOver(
    indices.flatMap(i => indices.map(j => [i, j])),
    estimator.rows
  );

/** Over every pair of subsets. */
export const estimatorWithout = (): Numbers =>
  meanOver(
    indices.flatMap(i => indices.filter(j => j > i).map(j => [i, j])),
    estimator.rows
  );
