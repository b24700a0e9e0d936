import type {Matrix} from "ml-matrix";
import {flag, integer, type MatrixLike, optionsOf, rowsOfMatrix} from "../check.js";
import {scatter} from "../linalg/gram.js";
import {ofFinite} from "./gradientCovariance.js";

/**
 * Exact covariance of the mean of a mini-batch drawn uniformly from n given gradients
 *
 *     without replacement   Cov(g_B) = 1/b (1 − b/n) S
 *     with replacement      Cov(g_B) = 1/b Σ_emp = 1/b (n−1)/n S
 *
 * where S is `gradientCovariance(gradients)` (1/(n−1)) and Σ_emp the same sum with 1/n.
 * `gradients` is n×d, one row per sample; the result is d×d and already divided by the batch size.
 * A batch of all n samples without replacement has covariance 0, exactly.
 * Source: Fisher, Lemma 4.1, eq. (20); notes, Proposition 1 and §1.8.4.
 *
 * @param options.replacement whether one sample may appear twice in a batch; default false.
 * @throws RangeError on fewer than two rows, a batch size that is not a positive integer, or
 * one larger than n without replacement, or a covariance beyond the range of float64.
 * @example
 * finitePopulationCovariance([[1], [2], [3]], 2); // [[1/6]]: means 1.5, 2, 2.5
 */
export function finitePopulationCovariance(
  gradients: MatrixLike,
  batchSize: number,
  options: {replacement?: boolean} = {}
): Matrix {
  const {replacement = false} = optionsOf("finitePopulationCovariance", options, ["replacement"]);
  flag("replacement", replacement);
  const rows = rowsOfMatrix("gradients", gradients);
  const n = rows.length;
  if (n < 2) throw new RangeError(`gradients must have at least 2 rows; got ${n}`);
  const b = integer("batchSize", batchSize, 1, replacement ? Infinity : n);
  const share = replacement ? 1 / (b * n) : (n - b) / (b * n * (n - 1));
  return ofFinite(gradients, scatter(rows).mul(share));
}
