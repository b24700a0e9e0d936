import type {Matrix} from "ml-matrix";
import {integer, type MatrixLike, matrix} from "../check.js";
import {square} from "../elementary/square.js";
import {gradientCovariance} from "./gradientCovariance.js";
import {type SamplingScheme, subsetSizes} from "./sampleCounts.js";

/**
 * Covariance of the mean of `steps` successive mini-batch gradients, the data and θ held fixed
 *
 *     1/(b·steps)² Σ_k s_k (1 − s_k/n) Sₙ
 *
 * where s_k are the sizes of the independent subsets that the batches are made of: single draws `with`
 * replacement, batches `without`, epochs and what is left of the last one if `reshuffled`. For one
 * step these are Σ_emp/b and (1/b)(1 − b/n)Sₙ; an epoch that uses every sample contributes nothing.
 *
 * `gradients` is n×d, Sₙ has 1/(n−1); the result is d×d. Source: Fisher, (20); notes, Proposition 1
 * and §1.8.4.
 *
 * @throws RangeError on fewer than two samples or as `sampleCounts`.
 * @example
 * averagedBatchCovariance([[-1], [1]], {batchSize: 1, steps: 2, scheme: "with"}); // [[1/2]]
 */
export function averagedBatchCovariance(
  gradients: MatrixLike,
  {
    batchSize,
    steps = 1,
    scheme
  }: {readonly batchSize: number; readonly steps?: number; readonly scheme: SamplingScheme}
): Matrix {
  const table = matrix("gradients", gradients);
  const n = integer("rows of gradients", table.rows, 2);
  const sum = subsetSizes(n, batchSize, steps, scheme).reduce(
    (s, size) => s + size * (n - size),
    0
  );
  return gradientCovariance(table).mul(sum / (n * square(batchSize * steps)));
}
