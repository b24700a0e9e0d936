import {Matrix} from "ml-matrix";
import {integer, type MatrixLike, symmetricMatrix} from "../check.js";
import {type LinearOptimiser, linearRecursion} from "./linearRecursion.js";

/**
 * Covariances Σ₀ … Σ_T of the iterates of an optimiser with white noise of covariance C, from iterates of
 * covariance `start` (default 0) and an empty buffer
 *
 *     P ← APAᵀ + BCBᵀ,   Σ the first block of P
 *
 * with A and B of `linearRecursion`. Exact for noise of any law, stable or not; n×n each.
 * Source: finite-rate (28), before stationarity is assumed; O(T n³).
 *
 * @throws RangeError if an argument is out of range or orders differ.
 * @example transientCovariance({hessian: [[1]], noise: [[1]], rate: 1, steps: 1})[1].get(0, 0) // 1
 */
export function transientCovariance(
  options: LinearOptimiser & {
    readonly noise: MatrixLike;
    readonly steps: number;
    readonly start?: MatrixLike;
  }
): Matrix[] {
  const {A, B} = linearRecursion(options);
  const n = B.columns;
  integer("steps", options.steps, 0);
  const kick = B.mmul(symmetricMatrix("noise", options.noise, n)).mmul(B.transpose());
  const At = A.transpose();
  let P = Matrix.zeros(2 * n, 2 * n);
  if (options.start) P.setSubMatrix(symmetricMatrix("start", options.start, n), 0, 0);
  const block = () => P.subMatrix(0, n - 1, 0, n - 1);
  const all = [block()];
  for (let t = 0; t < options.steps; t++) {
    P = A.mmul(P).mmul(At).add(kick);
    all.push(block());
  }
  return all;
}
