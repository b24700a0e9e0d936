import type {Matrix} from "ml-matrix";
import {type MatrixLike, matrix, NoSolutionError} from "../check.js";
import {centre} from "../linalg/centre.js";
import {toDense} from "../linalg/dense.js";
import {scatter} from "../linalg/gram.js";
import {scaledToOne} from "../linalg/scaledToOne.js";
import {rowsOf} from "../rowsOf.js";

/**
 * How far the sample covariance S of gradients is from the true G, relative to the latter
 *
 *     √(E‖S − G‖²) / ‖G‖,   E‖S − G‖² = 1/n ( E‖x‖⁴ − (n−2)/(n−1) ‖G‖² + (Tr G)²/(n−1) )
 *
 * x = ψ − E ψ, Frobenius norms; the exact variance of a sample covariance (1/(n−1)) of independent rows of any
 * law, with fourth moments, ‖G‖² and Tr G estimated from the rows themselves, ‖G‖² as ‖S‖² less the error that
 * is wanted. For normal rows it is √(((Tr G)² + ‖G‖²)/(n−1))/‖G‖; heavy tails make it larger. `gradients` is n×d,
 * one row per sample; the result has no unit. Source: the variance of a sample covariance, Kendall & Stuart,
 * vol. 1, ch. 13; the rate of Fisher, §9.4.
 *
 * @throws RangeError on fewer than three rows, ragged or non-finite input.
 * @throws NoSolutionError where the rows are all equal, or too few to tell ‖G‖ from the error.
 * @example
 * covarianceError([[1], [-1], [2], [-2], [1], [-1], [2], [-2]]); // 0.2190
 */
export function covarianceError(gradients: MatrixLike): number {
  const table = matrix("gradients", gradients);
  const {rows: n, columns: d} = table;
  if (n < 3) throw new RangeError(`gradients must have at least 3 rows; got ${n}`);
  const centred = differences(table);
  const S = scatter(rowsOf(centred)).div(n - 1);
  let fourth = 0;
  for (let i = 0; i < n; i++) {
    let square = 0;
    for (let j = 0; j < d; j++) square += centred.get(i, j) ** 2;
    fourth += (square * square) / n;
  }
  const [size, trace] = [S.norm() ** 2, S.trace()];
  const share = (n - 2) / (n - 1) / n;
  const error = ((fourth + trace ** 2 / (n - 1)) / n - share * size) / (1 - share);
  if (!(size > 0))
    throw new NoSolutionError("gradients must differ from one another; all rows are equal");
  if (!(error < size))
    throw new NoSolutionError(
      `gradients must have more rows for ‖G‖ to be told from the error of its estimate; got ${n}`
    );
  return Math.sqrt(Math.max(0, error) / (size - Math.max(0, error)));
}

/** The rows minus their mean in units of what differs: a mean may be of any size. */
function differences(table: Matrix): Matrix {
  const centred = centre(table);
  const isInRange = toDense(centred).every(Number.isFinite);
  return scaledToOne(isInRange ? centred : centre(scaledToOne(table)));
}
