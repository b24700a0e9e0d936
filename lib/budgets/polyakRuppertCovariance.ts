import type {Matrix} from "ml-matrix";
import {type MatrixLike, symmetricMatrix, UnstableError} from "../check.js";
import {inRange} from "../inRange.js";
import {positiveSemidefinite, requirePositiveOrSingular} from "../linalg/definite.js";
import {toMatrix} from "../linalg/dense.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import {type NoiseArgument, withNoise} from "../noise/noiseArgument.js";
import {sandwiched} from "../noise/sandwichCovariance.js";

/**
 * Limit of T·Cov(θ̄_T) for the average θ̄_T of the iterates (Polyak–Ruppert)
 *
 *     V = H⁻¹ N H⁻¹
 *
 * `hessian` H and `noise` N are d×d and symmetric, N the covariance of the noise of one update (G/b
 * for batches of b); T counts updates. Holds for η_t ∝ t^{−α}, ½ < α < 1, and for a constant step on
 * a quadratic; V is the least that `robbinsMonroCovariance` can reach with a matrix gain.
 * Source: Polyak & Juditsky 1992; Fisher, §8.2 for comparison.
 *
 * @throws UnstableError when H has an eigenvalue ≤ 0; NoSolutionError when H is singular to
 * working precision.
 * @throws RangeError on matrices that are not symmetric or do not match, an N with a negative eigenvalue, or a limit beyond the range
 * of float64.
 * @example
 * polyakRuppertCovariance({hessian: [[2]], noise: [[4]]}); // [[1]]
 */
export function polyakRuppertCovariance(options: {hessian: MatrixLike} & NoiseArgument): Matrix {
  const {hessian, noise} = withNoise<{hessian: MatrixLike}>("polyakRuppertCovariance", options, [
    "hessian"
  ]);
  const h = symmetricMatrix("hessian", hessian);
  const n = toMatrix(positiveSemidefinite("noise", noise, h.rows), h.rows);
  const {values, vectors} = symmetricEigen(h);
  if (!(values[0] > 0))
    throw new UnstableError(`hessian must be positive definite; got an eigenvalue ${values[0]}`);
  requirePositiveOrSingular("hessian", values);
  return inRange("the limit", sandwiched(vectors, values, n));
}
