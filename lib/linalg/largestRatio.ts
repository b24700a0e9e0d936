import {Matrix} from "ml-matrix";
import {type MatrixLike, NoSolutionError, symmetricMatrix} from "../check.js";
import {symmetricEigen} from "./symmetricEigen.js";

/**
 * The largest generalised eigenvalue
 *
 *     max over v ≠ 0 of vᵀSv / vᵀRv,   the least c with S ⪯ cR
 *
 * S ⪯ R iff it is at most 1. Both d×d and symmetric, R positive definite. Method: eigenvalues of
 * R^{−1/2} S R^{−1/2} in the eigenbasis of R; rounding is relative to the condition number of R.
 *
 * @throws NoSolutionError when R is not positive definite to working precision
 * @throws RangeError when a matrix is not symmetric or they do not match
 * @example largestRatio([[1, 0], [0, 1]], [[2, 0], [0, 4]]); // 0.5
 */
export function largestRatio(S: MatrixLike, R: MatrixLike): number {
  const r = symmetricMatrix("R", R);
  const s = symmetricMatrix("S", S, r.rows);
  const {values, vectors} = symmetricEigen(r);
  const top = values[values.length - 1];
  if (!(values[0] > values.length * Number.EPSILON * top))
    throw new NoSolutionError(
      `R must be positive definite; got eigenvalues from ${values[0]} to ${top}`
    );
  const inBasis = vectors.transpose().mmul(s).mmul(vectors);
  const whitened = Matrix.zeros(r.rows, r.rows);
  for (let i = 0; i < r.rows; i++)
    for (let j = i; j < r.rows; j++) {
      const entry =
        (inBasis.get(i, j) + inBasis.get(j, i)) / 2 / Math.sqrt(values[i]) / Math.sqrt(values[j]);
      whitened.set(i, j, entry);
      whitened.set(j, i, entry);
    }
  const {values: ratios} = symmetricEigen(whitened);
  return ratios[ratios.length - 1];
}
