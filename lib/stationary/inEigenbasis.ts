import type {Matrix} from "ml-matrix";
import {UnstableError} from "../check.js";
import {exponentOf, scale} from "../elementary/bits.js";
import {variancesAtLeastZero} from "../linalg/definite.js";
import {largestEntry, outOfBasis, toMatrix} from "../linalg/dense.js";
import type {Quadratic} from "./quadratic.js";

/** The p that brings the largest curvature times 2⁻ᵖ into [1, 2). */
export const unitOf = ({n, curvatures}: Pick<Quadratic, "n" | "curvatures">): number =>
  exponentOf(curvatures[n - 1]);

/**
 * The stationary covariance Σ of a linear recursion whose modes couple through the noise alone:
 * (VᵀΣV)ᵢⱼ = (VᵀCV)ᵢⱼ · 2^power · gain(kᵢ, kⱼ), with V the Hessian's eigenvectors and gain symmetric, of curvatures
 * in units of 2^`unitOf`. So no product leaves the range of float64 before Σ does.
 */
export function inEigenbasis(
  {n, curvatures, vectors, noise}: Quadratic,
  gain: (ki: number, kj: number) => number,
  power: number
): Matrix {
  const unit = unitOf({n, curvatures});
  const level = Math.max(-1000, exponentOf(largestEntry(noise)));
  const k = curvatures.map(x => scale(x, -unit));
  const s = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++)
      s[i * n + j] = s[j * n + i] = scale(noise[i * n + j], -level) * gain(k[i], k[j]);
  const last = Math.max(-2000, Math.min(2000, power + level));
  const covariance = variancesAtLeastZero(outOfBasis(s, vectors, n), n).map(x => scale(x, last));
  if (!covariance.every(Number.isFinite))
    throw new UnstableError("the stationary covariance exceeds the range of float64");
  return toMatrix(covariance, n);
}
