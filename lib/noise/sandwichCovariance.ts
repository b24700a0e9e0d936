import {Matrix} from "ml-matrix";
import {type MatrixLike, symmetricMatrix} from "../check.js";
import {inRange} from "../inRange.js";
import {
  positiveSemidefinite,
  requirePositiveOrSingular,
  variancesAtLeastZero
} from "../linalg/definite.js";
import {toDense, toMatrix} from "../linalg/dense.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";

/**
 * Sandwich covariance
 *
 *     Σ_sand = H⁻¹ G H⁻¹
 *
 * of an M-estimator: H is the Hessian of the mean loss, symmetric positive definite, G the covariance of one
 * sample's gradient, positive semidefinite, both d×d; n samples give an estimator with covariance Σ_sand/n to
 * leading order. With G = Σᵢψᵢψᵢᵀ/n of a regression this is HC0: no correction for leverage or degrees of
 * freedom, as HC1 to HC3 have them, so that it is too small by some d/n on average.
 * Computed in the eigenbasis of H, entry by entry Gᵢⱼ/(hᵢhⱼ). Source: Fisher, Definition 3.3, eq. (12).
 *
 * @throws UnstableError when H has a negative eigenvalue; NoSolutionError when it is singular to working
 * precision.
 * @throws RangeError on matrices that are not symmetric or do not match, a G with a negative eigenvalue, or
 * a result beyond the range of float64.
 * @example
 * sandwichCovariance([[2]], [[4]]); // [[1]]
 */
export function sandwichCovariance(H: MatrixLike, G: MatrixLike): Matrix {
  const h = symmetricMatrix("H", H);
  const g = toMatrix(positiveSemidefinite("G", G, h.rows), h.rows);
  const {values, vectors} = symmetricEigen(h);
  requirePositiveOrSingular("H", values);
  return inRange("the sandwich covariance", sandwiched(vectors, values, g));
}

/** V diag(d)⁻¹ VᵀSV diag(d)⁻¹ Vᵀ for S positive semidefinite: no variance is negative. */
export function sandwiched(vectors: Matrix, values: Float64Array, s: Matrix): Matrix {
  const result = inEigenbasis(
    vectors,
    s,
    (x, i, j) => (i === j ? Math.max(0, x) : x) / values[i] / values[j]
  );
  return toMatrix(variancesAtLeastZero(toDense(result), s.rows), s.rows);
}

/** V f(VᵀSV) Vᵀ with f applied entry by entry, exactly symmetric. */
export function inEigenbasis(
  vectors: Matrix,
  s: Matrix,
  f: (entry: number, i: number, j: number) => number
): Matrix {
  const inner = vectors.transpose().mmul(s).mmul(vectors);
  const d = s.rows;
  for (let i = 0; i < d; i++)
    for (let j = i; j < d; j++) {
      const value = f((inner.get(i, j) + inner.get(j, i)) / 2, i, j);
      inner.set(i, j, value);
      inner.set(j, i, value);
    }
  const result = vectors.mmul(inner).mmul(vectors.transpose());
  return Matrix.add(result, result.transpose()).div(2);
}
