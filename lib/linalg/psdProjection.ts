import type {Matrix} from "ml-matrix";
import {type MatrixLike, symmetricMatrix} from "../check.js";
import {inRange} from "../inRange.js";
import {variancesAtLeastZero} from "./definite.js";
import {toDense, toMatrix} from "./dense.js";
import {denseEigen} from "./symmetricEigen.js";
import {symmetricFunction} from "./symmetricFunction.js";

/**
 * The positive semidefinite matrix nearest to S in the Frobenius norm, n×n: V max(d, 0) Vᵀ for
 * S = V diag(d) Vᵀ. It exists and is unique for every symmetric S.
 *
 * Method: eigendecomposition (Higham 1988, theorem 2.1).
 *
 * @throws RangeError if S is empty, not finite or not symmetric.
 * @example
 * psdProjection([[1, 2], [2, 1]]); // [[1.5, 1.5], [1.5, 1.5]]
 */
export function psdProjection(S: MatrixLike): Matrix {
  const m = symmetricMatrix("S", S);
  const eigen = denseEigen(toDense(m), m.rows);
  const nearest = symmetricFunction(eigen, x => Math.max(0, x));
  return toMatrix(inRange("the projection", variancesAtLeastZero(nearest, m.rows)), m.rows);
}
