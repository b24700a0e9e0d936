import {Matrix} from "ml-matrix";
import {type MatrixLike, numberIn, symmetricMatrix} from "../check.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";

export interface IdentifiableProjection {
  /** d×d: Π = HH⁺, symmetric and idempotent. */
  projection: Matrix;
  /** dim range(H). */
  rank: number;
}

/**
 * Euclidean-orthogonal projection on the identifiable directions
 *
 *     Π = HH⁺,   range(Π) = range(H),   ker(Π) = ker(H)
 *
 * `H` is d×d and symmetric. An eigenvalue counts as zero when |h| ≤ tolerance·max|h|; the default is
 * the rounding of H itself, d·ε. Source: Fisher, Definition 3.5.
 *
 * @throws RangeError on an H that is not symmetric, or a tolerance outside [0, 1).
 * @example
 * identifiableProjection([[1, 1], [1, 1]]); // projection [[½, ½], [½, ½]], rank 1
 */
export function identifiableProjection(
  H: MatrixLike,
  {tolerance}: {tolerance?: number} = {}
): IdentifiableProjection {
  const h = symmetricMatrix("H", H);
  const d = h.rows;
  const relative = numberIn(
    "tolerance",
    tolerance ?? 4 * d * Number.EPSILON,
    "[0, 1)",
    t => t >= 0 && t < 1
  );
  const {values, vectors} = symmetricEigen(h);
  const threshold = relative * values.reduce((m, v) => Math.max(m, Math.abs(v)), 0);
  const projection = Matrix.zeros(d, d);
  let rank = 0;
  for (let k = 0; k < d; k++) {
    if (Math.abs(values[k]) <= threshold) continue;
    rank++;
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++)
        projection.set(i, j, projection.get(i, j) + vectors.get(i, k) * vectors.get(j, k));
  }
  return {projection, rank};
}

/**
 * A covariance or information matrix seen along the identifiable directions only
 *
 *     G* = ΠGΠᵀ
 *
 * Source: Fisher, eqs. (14) and (15).
 *
 * @example
 * projectedCovariance([[1, 1], [1, 1]], [[1, 0], [0, 1]]); // [[½, ½], [½, ½]]
 */
export function projectedCovariance(
  H: MatrixLike,
  G: MatrixLike,
  options: {tolerance?: number} = {}
): Matrix {
  const {projection} = identifiableProjection(H, options);
  const g = symmetricMatrix("G", G, projection.rows);
  const result = projection.mmul(g).mmul(projection);
  return Matrix.add(result, result.transpose()).div(2);
}
