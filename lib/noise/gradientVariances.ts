import {type MatrixLike, matrix} from "../check.js";
import {inRange} from "../inRange.js";
import {centre} from "../linalg/centre.js";

/**
 * Diagonal of the gradient covariance
 *
 *     Ĝⱼⱼ = 1/(n−1) Σᵢ (ψᵢⱼ − ψ̄ⱼ)²
 *
 * `gradients` is n×d, one row per sample; O(nd) time, O(d) numbers. Since max Ĝⱼⱼ ≤ λmax(Ĝ) with
 * equality only when a coordinate axis is a leading eigenvector, Tr Ĝ/max Ĝⱼⱼ is an upper bound of the
 * effective dimension, not an estimate. Source: Fisher, §9.4.
 *
 * @throws RangeError on fewer than two rows, ragged or non-finite input, or a variance beyond the range of
 * float64.
 * @example
 * gradientVariances([[1, 0], [-1, 0], [0, 3]]); // [1, 3]
 */
export function gradientVariances(gradients: MatrixLike): number[] {
  const table = matrix("gradients", gradients);
  if (table.rows < 2)
    throw new RangeError(`gradients must have at least 2 rows; got ${table.rows}`);
  const centred = centre(table);
  const variances = Float64Array.from({length: table.columns}, (_, j) =>
    centred.getColumn(j).reduce((s, x) => s + (x * x) / (table.rows - 1), 0)
  );
  return Array.from(inRange("the largest variance", variances));
}
