import type {Matrix} from "ml-matrix";
import {integer, symmetricMatrix} from "../check.js";
import {semidefiniteMatrix} from "../linalg/definite.js";
import {discreteLyapunov} from "../linalg/discreteLyapunov.js";
import {type NoiseArgument, withNoise} from "../noise/noiseArgument.js";
import {
  type LinearOptimiser,
  optimiserOptions,
  outOfUnits,
  recursionInUnits
} from "./linearRecursion.js";

/**
 * Stationary covariances E[w_{t+k} wₜᵀ], k = 0 … `lags`, of an optimiser with white noise of covariance C
 *
 *     P = APAᵀ + BCBᵀ,   E[w_{t+k}wₜᵀ] = first block of AᵏP
 *
 * with A and B of `linearRecursion`; n×n each, symmetric only for k = 0 in general. Their sum over all
 * lags of both signs is K⁻¹CK⁻¹, whatever the rate, the momentum and the preconditioner.
 * Next to the edge of stability digits are lost as `discreteLyapunovCondition` of A says; the functions for one
 * optimiser keep them at k = 0. Source: finite-rate (34) for k = 1 and heavy ball.
 *
 * @throws NoSolutionError if the recursion is not stable; RangeError if an argument is out of range.
 * @example laggedCovariance({hessian: [[1]], noise: [[1]], learningRate: 1, lags: 1})[1].get(0, 0) // 0
 */
export function laggedCovariance(
  options: LinearOptimiser & NoiseArgument & {readonly lags: number}
): Matrix[] {
  const given = withNoise<LinearOptimiser & {readonly lags: number}>("laggedCovariance", options, [
    ...optimiserOptions,
    "lags"
  ]);
  const lags = integer("lags", given.lags, 0);
  const n = symmetricMatrix("hessian", given.hessian).rows;
  const noise = semidefiniteMatrix("noise", given.noise, n);
  const {A, drive, power} = recursionInUnits(given, noise);
  let state = discreteLyapunov(A, drive);
  const all: Matrix[] = [];
  for (let k = 0; k <= lags; k++) {
    all.push(outOfUnits(state, n, power));
    state = A.mmul(state);
  }
  return all;
}
