import {integer} from "../check.js";

/** How the gradient a_B w − c_B of a one-dimensional regression varies from batch to batch. */
export interface RegressionBatchMoments {
  /** ā, the curvature of the whole data set. */
  readonly curvature: number;
  /** Var a_B. */
  readonly curvatureVariance: number;
  /** Var c_B: the noise at the minimum. */
  readonly noise: number;
}

/**
 * Moments of a_B = mean x² and c_B = mean x·y over a batch of b of n rows,
 * Var = (1/b)(1 − b/n) S_n without replacement and (1/b)(1 − 1/n) S_n with it, S_n with 1/(n−1).
 * `labels` are residuals, so that c_B has mean zero. Source: Fisher, Lemma 4.1; notes, Proposition 1.
 *
 * @throws RangeError unless 1 ≤ b, and b ≤ n without replacement
 */
export function regressionBatchMoments({
  inputs,
  labels,
  batchSize,
  replacement = false
}: {
  inputs: readonly number[];
  labels: readonly number[];
  batchSize: number;
  replacement?: boolean;
}): RegressionBatchMoments {
  const n = integer("inputs.length", inputs.length, 2);
  const b = integer("batchSize", batchSize, 1, replacement ? Infinity : n);
  const factor = (replacement ? 1 - 1 / n : 1 - b / n) / b;
  const curvature = inputs.reduce((sum, x) => sum + x * x, 0) / n;
  const squares = inputs.reduce((sum, x) => sum + (x * x - curvature) ** 2, 0);
  const kicks = inputs.reduce((sum, x, i) => sum + (x * labels[i]) ** 2, 0);
  return {
    curvature,
    curvatureVariance: (factor * squares) / (n - 1),
    noise: (factor * kicks) / (n - 1)
  };
}
