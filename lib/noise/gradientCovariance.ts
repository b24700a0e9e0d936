import type {Matrix} from "ml-matrix";
import {type MatrixLike, matrix} from "../check.js";
import {inRange} from "../inRange.js";
import {denseScatter} from "../linalg/gram.js";
import {matrixByRows} from "../rowsOf.js";

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
  const table = matrix("gradients", gradients);
  if (table.rows < 2)
    throw new RangeError(`gradients must have at least 2 rows; got ${table.rows}`);
  return inRange("the covariance", scatter(table, table.rows - 1));
}

/** Σᵢ (ψᵢ − ψ̄)(ψᵢ − ψ̄)ᵀ over the rows of a table, exactly symmetric, divided by a number where one is given. */
export function scatter(table: Matrix, divisor = 1): Matrix {
  const d = table.columns;
  const sums = denseScatter(table);
  return matrixByRows(d, d, (row, i) => {
    for (let j = 0, at = i * d; j < d; j++, at++) row[j] = sums[at] / divisor;
  });
}
