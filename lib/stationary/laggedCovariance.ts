import type {Matrix} from "ml-matrix";
import {integer, type MatrixLike, symmetricMatrix} from "../check.js";
import {discreteLyapunov} from "../linalg/discreteLyapunov.js";
import {type LinearOptimiser, linearRecursion} from "./linearRecursion.js";

/**
 * Stationary covariances E[w_{t+k} wₜᵀ], k = 0 … `lags`, of an optimiser with white noise of covariance C
 *
 *     P = APAᵀ + BCBᵀ,   E[w_{t+k}wₜᵀ] = first block of AᵏP
 *
 * with A and B of `linearRecursion`; n×n each, symmetric only for k = 0 in general. Their sum over all
 * lags of both signs is K⁻¹CK⁻¹, whatever the rate, the momentum and the preconditioner.
 * Source: finite-rate (34) for k = 1 and heavy ball.
 *
 * @throws NoSolutionError if the recursion is not stable; RangeError if an argument is out of range.
 * @example laggedCovariance({hessian: [[1]], noise: [[1]], rate: 1, lags: 1})[1].get(0, 0) // 0
 */
export function laggedCovariance(
  options: LinearOptimiser & {readonly noise: MatrixLike; readonly lags: number}
): Matrix[] {
  const {A, B} = linearRecursion(options);
  const n = B.columns;
  const noise = symmetricMatrix("noise", options.noise, n);
  let state = discreteLyapunov(A, B.mmul(noise).mmul(B.transpose()));
  integer("lags", options.lags, 0);
  const all: Matrix[] = [];
  for (let k = 0; k <= options.lags; k++) {
    all.push(state.subMatrix(0, n - 1, 0, n - 1));
    state = A.mmul(state);
  }
  return all;
}
