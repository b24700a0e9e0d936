import type {Matrix} from "ml-matrix";
import {type MatrixLike, positive, symmetricMatrix, UnstableError} from "../check.js";
import {sumLessProduct} from "../elementary/sumLessProduct.js";
import {inRange} from "../inRange.js";
import {positiveSemidefinite, variancesAtLeastZero} from "../linalg/definite.js";
import {toDense, toMatrix} from "../linalg/dense.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import {type NoiseArgument, withNoise} from "../noise/noiseArgument.js";
import {inEigenbasis} from "../noise/sandwichCovariance.js";

/**
 * Limit of T·Cov(θ_T) for the step sizes η_t = η₀/t (SA-CLT): the solution V of
 *
 *     (η₀H − ½I) V + V (η₀H − ½I) = η₀² N
 *
 * `hessian` H and `noise` N are d×d and symmetric, N the covariance of the noise of one update (G/b
 * for batches of b); T counts updates, so N_T·Cov = b V for N_T = bT samples. A shift t + t₀ of the
 * steps does not change the limit. In the eigenbasis of H, Vᵢⱼ = η₀²Nᵢⱼ/(η₀(hᵢ + hⱼ) − 1).
 * The limit exists only for η₀λmin(H) > ½; below, T^{2η₀λmin} Cov is what converges.
 * Source: Fisher, §8.2; Chung 1954, Fabian 1968.
 *
 * @throws UnstableError when η₀ ≤ 1/(2λmin(H)), or H has an eigenvalue ≤ 0.
 * @throws RangeError on matrices that are not symmetric or do not match, an N with a negative eigenvalue,
 * η₀ ≤ 0, or a limit beyond the range of float64.
 * @example
 * robbinsMonroCovariance({hessian: [[1]], noise: [[1]], eta0: 1}); // [[1]], the best η₀: 1/h
 */
export function robbinsMonroCovariance(
  options: {hessian: MatrixLike; eta0: number} & NoiseArgument
): Matrix {
  const {hessian, noise, eta0} = withNoise<{hessian: MatrixLike; eta0: number}>(
    "robbinsMonroCovariance",
    options,
    ["hessian", "eta0"]
  );
  const h = symmetricMatrix("hessian", hessian);
  const n = toMatrix(positiveSemidefinite("noise", noise, h.rows), h.rows);
  positive("eta0", eta0);
  const {values, vectors} = symmetricEigen(h);
  if (!(values[0] > 0))
    throw new UnstableError(`hessian must be positive definite; got an eigenvalue ${values[0]}`);
  const beyond = values.map(h => -sumLessProduct(0.5, 0, eta0, h));
  if (!(beyond[0] > 0))
    throw new UnstableError(
      `eta0 must lie in (1/(2λmin), ∞) = (${1 / (2 * values[0])}, ∞); got ${eta0}`
    );
  const limit = inEigenbasis(vectors, n, (x, i, j) => x * (eta0 / (beyond[i] + beyond[j])) * eta0);
  const variances = variancesAtLeastZero(toDense(limit), h.rows);
  return toMatrix(inRange("the limit", variances), h.rows);
}
