import type {Matrix} from "ml-matrix";
import {UnstableError} from "../check.js";
import {variancesAtLeastZero} from "../linalg/definite.js";
import {outOfBasis, toMatrix} from "../linalg/dense.js";
import type {Quadratic} from "./quadratic.js";

/**
 * The stationary covariance Σ of a linear recursion whose modes couple through the noise alone:
 * (VᵀΣV)ᵢⱼ = (VᵀCV)ᵢⱼ · gain(kᵢ, kⱼ), with V the Hessian's eigenvectors and gain symmetric.
 */
export function inEigenbasis(
  {n, curvatures, vectors, noise}: Quadratic,
  gain: (ki: number, kj: number) => number
): Matrix {
  const s = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++)
      s[i * n + j] = s[j * n + i] = noise[i * n + j] * gain(curvatures[i], curvatures[j]);
  const covariance = variancesAtLeastZero(outOfBasis(s, vectors, n), n);
  if (!covariance.every(Number.isFinite))
    throw new UnstableError("the stationary covariance exceeds the range of float64");
  return toMatrix(covariance, n);
}
