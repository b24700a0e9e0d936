import {Matrix} from "ml-matrix";
import {describe, type MatrixLike, matrix, symmetricMatrix} from "../check.js";
import {inRange} from "../inRange.js";
import {semidefiniteMatrix, variancesAtLeastZero} from "../linalg/definite.js";
import {toDense, toMatrix} from "../linalg/dense.js";
import {identifiableProjection, type ProjectionOptions} from "../noise/identifiableProjection.js";

const matrices = ["noise", "sampleNoise"];

/**
 * A stationary law along the directions that the Hessian sees, of a Hessian that need not be positive definite
 *
 *     U law(UᵀKU, UᵀCU, …) Uᵀ
 *
 * U the basis of `identifiableProjection(hessian, projection)`, d×rank. `law` is a public function of `hessian`
 * and `noise` (or `sampleNoise`) such as `sgdCovariance`; these are seen in the basis, and its other options are
 * handed on. A preconditioner, which may carry noise from other directions into these, has no place here. A covariance comes back as d×d, zero along the directions left
 * out, in which there is no stationary law; a number comes back as it is. Source: Fisher, Definition 3.5,
 * (14) and (15).
 *
 * @param projection as for `identifiableProjection`; `positive` leaves out directions of negative curvature.
 * @throws RangeError on a `law` that is no function, or a matrix that is not symmetric, of another order, or a noise that is no covariance; what
 * `identifiableProjection` and `law` throw.
 * @example
 * onRange(sgdCovariance, {hessian: [[1, 1], [1, 1]], noise: [[1, 1], [1, 1]], learningRate: 0.5});
 * // [[0.25, 0.25], [0.25, 0.25]]
 */
export function onRange<
  Options extends {readonly hessian: MatrixLike},
  Law extends Matrix | number
>(law: (options: Options) => Law, options: Options, projection: ProjectionOptions = {}): Law {
  if (typeof law !== "function")
    throw new RangeError(`law must be a function of a hessian; got ${describe(law)}`);
  const {hessian, ...rest} = (options ?? {}) as {hessian: MatrixLike} & Record<string, unknown>;
  const K = symmetricMatrix("hessian", hessian);
  const {basis: U, rank} = identifiableProjection(K, projection);
  if (rank === 0) throw new RangeError("hessian must have a direction that is kept; it has none");
  const seen = (S: Matrix) => U.transpose().mmul(S).mmul(U);
  const restricted = Object.entries(rest).map(([name, value]) => [
    name,
    matrices.includes(name) && value !== undefined
      ? seen(semidefiniteMatrix(name, value as MatrixLike, K.rows))
      : value
  ]);
  const result = law({...Object.fromEntries(restricted), hessian: seen(K)} as unknown as Options);
  if (typeof result === "number") return result;
  const half = U.mmul(matrix("the law's result", result).mul(0.5)).mmul(U.transpose());
  const covariance = inRange("the covariance", Matrix.add(half, half.transpose()));
  const d = K.rows;
  return toMatrix(variancesAtLeastZero(toDense(covariance), d), d) as Matrix & Law;
}
