import {Matrix} from "ml-matrix";
import {inRange, type MatrixLike, NoSolutionError, symmetricMatrix} from "../check.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";

/**
 * Sandwich covariance
 *
 *     Σ_sand = H⁻¹ G H⁻¹
 *
 * of an M-estimator: H is the Hessian of the mean loss, G the covariance of one sample's gradient,
 * both d×d and symmetric; n samples give an estimator with covariance Σ_sand/n to leading order.
 * Computed in the eigenbasis of H, entry by entry Gᵢⱼ/(hᵢhⱼ). Source: Fisher, Definition 3.3, eq. (12).
 *
 * @throws NoSolutionError when H is singular to working precision.
 * @throws RangeError on matrices that are not symmetric or do not match, or a result beyond the range
 * of float64.
 * @example
 * sandwichCovariance([[2]], [[4]]); // [[1]]
 */
export function sandwichCovariance(H: MatrixLike, G: MatrixLike): Matrix {
  const h = symmetricMatrix("H", H);
  const g = symmetricMatrix("G", G, h.rows);
  const {values, vectors} = symmetricEigen(h);
  requireRegular("H", values);
  const sandwich = inEigenbasis(vectors, g, (x, i, j) => x / (values[i] * values[j]));
  return inRange("the sandwich covariance", sandwich);
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

/** Throws where an eigenvalue is zero to working precision, d·ε·‖·‖. */
export function requireRegular(name: string, values: ArrayLike<number>): void {
  const sizes = Array.from(values, Math.abs);
  const largest = Math.max(...sizes);
  const smallest = Math.min(...sizes);
  if (!(smallest > values.length * Number.EPSILON * largest))
    throw new NoSolutionError(
      `${name} must be invertible; got eigenvalues of size ${smallest} to ${largest}`
    );
}
