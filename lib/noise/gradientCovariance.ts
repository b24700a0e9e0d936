import type {Matrix} from "ml-matrix";
import {type MatrixLike, matrix, rowsOfMatrix} from "../check.js";
import {allFinite, inRange} from "../inRange.js";
import {scatter} from "../linalg/gram.js";

/**
 * Sample covariance of per-sample gradients
 *
 *     S = 1/(n−1) Σᵢ (ψᵢ − ψ̄)(ψᵢ − ψ̄)ᵀ
 *
 * `gradients` is n×d, one row per sample; the result is d×d, symmetric and positive semi-definite,
 * in squared gradient units, per sample (not divided by any batch size), normalised by 1/(n−1).
 * Rows are centred before they are multiplied (two passes), so a large mean costs no digits.
 * Source: Fisher, Lemma 4.1 (its Sₙ) and §9.4.
 *
 * @throws RangeError on fewer than two rows, ragged or non-finite input, or a covariance
 * beyond the range of float64.
 * @example
 * gradientCovariance([[1, 0], [-1, 0], [0, 3]]); // [[1, 0], [0, 3]]
 */
export function gradientCovariance(gradients: MatrixLike): Matrix {
  const rows = rowsOfMatrix("gradients", gradients);
  if (rows.length < 2)
    throw new RangeError(`gradients must have at least 2 rows; got ${rows.length}`);
  return ofFinite(gradients, scatter(rows, rows.length - 1));
}

/**
 * A covariance of gradients, which is finite.
 *
 * @throws RangeError naming the entry of the gradients that is not, or where there is none
 */
export function ofFinite(gradients: MatrixLike, covariance: Matrix): Matrix {
  // By Cauchy and Schwarz no entry is larger than the largest on the diagonal, but for rounding.
  const variances = covariance.diagonal();
  if (variances.every(x => x < Number.MAX_VALUE / 2)) return covariance;
  if (!allFinite(covariance)) matrix("gradients", gradients);
  return inRange("the covariance", covariance);
}
