import {type MatrixLike, symmetricMatrix, UnstableError} from "../check.js";
import {cholesky} from "../linalg/cholesky.js";
import {compensatedIntoBasis} from "../linalg/compensatedProduct.js";
import {type Dense, frobenius, toDense} from "../linalg/dense.js";
import {denseEigen} from "../linalg/symmetricEigen.js";

/** A positive definite Hessian and a gradient noise, seen in the Hessian's eigenbasis. */
export interface Quadratic {
  n: number;
  /** Eigenvalues of the Hessian, ascending, all positive. */
  curvatures: Float64Array;
  /** Eigenvectors of the Hessian, one per column. */
  vectors: Dense;
  /** The noise covariance in that basis. */
  noise: Dense;
}

/**
 * The pair (K, C) in the eigenbasis of K. K and C need not commute.
 * @throws RangeError if either is not symmetric, their orders differ or C is not positive
 * semidefinite.
 * @throws UnstableError if K is not positive definite: along its other directions w has no
 * stationary law.
 */
export function quadratic(hessian: MatrixLike, noise: MatrixLike): Quadratic {
  const k = positiveDefinite("hessian", hessian);
  return {
    ...k,
    noise: compensatedIntoBasis(positiveSemidefinite("noise", noise, k.n), k.vectors, k.n)
  };
}

/** A symmetric positive definite argument, decomposed. */
export function positiveDefinite(name: string, value: MatrixLike, order?: number) {
  const m = symmetricMatrix(name, value, order);
  const n = m.rows;
  const {values: curvatures, vectors} = denseEigen(toDense(m), n);
  requirePositive(name, curvatures);
  return {n, curvatures, vectors};
}

/** @throws UnstableError unless the smallest of the ascending eigenvalues exceeds nε times the largest. */
export function requirePositive(name: string, eigenvalues: Float64Array): void {
  const n = eigenvalues.length;
  const largest = eigenvalues[n - 1];
  if (!(eigenvalues[0] > n * Number.EPSILON * largest))
    throw new UnstableError(
      `${name} must be positive definite; got eigenvalues from ${eigenvalues[0]} to ${largest}`
    );
}

/** A symmetric positive semidefinite argument; eigenvalues down to −100nε‖·‖ are rounding. */
export function positiveSemidefinite(name: string, value: MatrixLike, order: number): Dense {
  const c = toDense(symmetricMatrix(name, value, order));
  const tolerance = 100 * order * Number.EPSILON * frobenius(c);
  const shifted = c.map((x, i) => (i % (order + 1) === 0 ? x + tolerance : x));
  if (tolerance > 0 && !cholesky(shifted, order))
    throw new RangeError(`${name} must be positive semidefinite; got a negative eigenvalue`);
  return c;
}

/** The Cholesky factor of a symmetric positive definite argument. */
export function factor(name: string, value: MatrixLike, order: number): Dense {
  const l = cholesky(toDense(symmetricMatrix(name, value, order)), order);
  if (!l) throw new UnstableError(`${name} must be positive definite; it has no Cholesky factor`);
  return l;
}
