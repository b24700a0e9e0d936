import {type MatrixLike, symmetricMatrix, UnstableError} from "../check.js";
import {cholesky} from "../linalg/cholesky.js";
import {compensatedIntoBasis} from "../linalg/compensatedProduct.js";
import {positiveDefinite, positiveSemidefinite, variancesAtLeastZero} from "../linalg/definite.js";
import {type Dense, toDense} from "../linalg/dense.js";

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
  const c = positiveSemidefinite("noise", noise, k.n);
  return {...k, noise: variancesAtLeastZero(compensatedIntoBasis(c, k.vectors, k.n), k.n)};
}

/** The Cholesky factor of a symmetric positive definite argument. */
export function factor(name: string, value: MatrixLike, order: number): Dense {
  const l = cholesky(toDense(symmetricMatrix(name, value, order)), order);
  if (!l) throw new UnstableError(`${name} must be positive definite; it has no Cholesky factor`);
  return l;
}
