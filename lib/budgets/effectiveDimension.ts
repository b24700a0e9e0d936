import {type MatrixLike, NoSolutionError, symmetricMatrix} from "../check.js";
import {toDense} from "../linalg/dense.js";
import {coarseValues} from "../linalg/symmetricEigen.js";

/**
 * Effective dimension, the stable rank of F^{1/2}
 *
 *     d_eff = Tr F / λmax(F) ∈ [1, d]
 *
 * F is d×d, symmetric positive semi-definite and not zero; d_eff = d iff F ∝ I, 1 iff F has rank 1.
 * Source: Fisher, Definition 3.13, eqs. (19), (36), and Remark 6.3.
 *
 * @throws NoSolutionError when F is zero or has a negative eigenvalue beyond rounding.
 * @throws RangeError when F is not symmetric.
 * @example
 * effectiveDimension([[1, 0], [0, 100]]); // 1.01
 */
export function effectiveDimension(F: MatrixLike): number {
  const m = symmetricMatrix("F", F);
  const values = coarseValues(toDense(m), m.rows);
  const largest = values[values.length - 1];
  if (!(largest > 0) || values[0] < -10 * values.length * Number.EPSILON * largest)
    throw new NoSolutionError(
      `F must be positive semi-definite and not zero; got eigenvalues from ${values[0]} to ${largest}`
    );
  return values.reduce((sum, v) => sum + Math.max(0, v) / largest, 0);
}
