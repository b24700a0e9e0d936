import type {Matrix} from "ml-matrix";
import {type MatrixLike, symmetricMatrix} from "../check.js";
import {frobenius, toDense, toMatrix} from "./dense.js";
import {denseEigen} from "./symmetricEigen.js";
import {symmetricFunction} from "./symmetricFunction.js";

/**
 * The symmetric positive semidefinite square root R of a symmetric positive semidefinite S, n×n,
 *
 *     R R = S
 *
 * Eigenvalues of S in [−100nε‖S‖, 0) count as rounding and become 0; R does not exist as a real
 * symmetric matrix when S has an eigenvalue below that.
 *
 * Method: eigendecomposition, R = V √d Vᵀ. ‖RR − S‖ is of order nε‖S‖.
 *
 * @throws RangeError if S is not symmetric or has a negative eigenvalue.
 * @example
 * const R = symmetricSqrt([[2, 1], [1, 2]]); // R = [[1.366, 0.3660], [0.3660, 1.366]]
 */
export function symmetricSqrt(S: MatrixLike): Matrix {
  const m = symmetricMatrix("S", S);
  const n = m.rows;
  const s = toDense(m);
  const eigen = denseEigen(s, n);
  if (eigen.values[0] < -100 * n * Number.EPSILON * frobenius(s))
    throw new RangeError(
      `S must be positive semidefinite; got an eigenvalue of ${eigen.values[0]}`
    );
  return toMatrix(
    symmetricFunction(eigen, x => Math.sqrt(Math.max(0, x))),
    n
  );
}
