import {Matrix} from "ml-matrix";
import {flag, type MatrixLike, numberIn, optionsOf, symmetricMatrix} from "../check.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";

export interface IdentifiableProjection {
  /** d×d: Π = HH⁺, symmetric and idempotent. */
  projection: Matrix;
  /** dim range(H). */
  rank: number;
  /** d×rank, its columns orthonormal and their span range(H); `projection` is basis·basisᵀ. */
  basis: Matrix;
}

export interface ProjectionOptions {
  /** The share of the largest |h| up to which an eigenvalue counts as zero, in [0, 1); default 4dε. */
  tolerance?: number;
  /** Leave out the directions with h < 0 as well; default false. */
  positive?: boolean;
}

/**
 * Euclidean-orthogonal projection on the identifiable directions
 *
 *     Π = HH⁺,   range(Π) = range(H),   ker(Π) = ker(H)
 *
 * `H` is d×d and symmetric. An eigenvalue counts as zero when |h| ≤ tolerance·max|h|; the default is
 * the rounding of H itself, 4dε. With `positive`, Π is the projection on the directions with h > 0 alone.
 *
 * A Hessian that is not positive definite, as those of networks are, has a stationary law along those
 * directions: with U the basis, UᵀHU is positive definite, and what holds for UᵀHU and UᵀCU holds there.
 * Source: Fisher, Definition 3.5.
 *
 * @throws RangeError on an H that is not symmetric, or a tolerance outside [0, 1).
 * @example
 * identifiableProjection([[1, 1], [1, 1]]).rank; // 1
 * @example
 * const H = [[1, 1], [1, 1]];
 * const {basis: U} = identifiableProjection(H, {positive: true});
 * const seen = S => U.transpose().mmul(new Matrix(S)).mmul(U);
 * sgdCovariance({hessian: seen(H), noise: seen([[1, 0], [0, 1]]), learningRate: 0.5}); // [[0.25]]
 */
export function identifiableProjection(
  H: MatrixLike,
  options: ProjectionOptions = {}
): IdentifiableProjection {
  const {tolerance, positive = false} = optionsOf("identifiableProjection", options, [
    "tolerance",
    "positive"
  ]);
  flag("positive", positive);
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
  const kept: number[] = [];
  for (let k = 0; k < d; k++) {
    if ((positive ? values[k] : Math.abs(values[k])) <= threshold) continue;
    kept.push(k);
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++)
        projection.set(i, j, projection.get(i, j) + vectors.get(i, k) * vectors.get(j, k));
  }
  const basis = new Matrix(d, kept.length);
  for (const [to, from] of kept.entries())
    for (let i = 0; i < d; i++) basis.set(i, to, vectors.get(i, from));
  return {projection, rank: kept.length, basis};
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
  options: ProjectionOptions = {}
): Matrix {
  const {projection} = identifiableProjection(H, options);
  const g = symmetricMatrix("G", G, projection.rows);
  const result = projection.mmul(g).mmul(projection);
  return Matrix.add(result, result.transpose()).div(2);
}
