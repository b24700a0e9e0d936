import {Matrix} from "ml-matrix";
import {integer, type MatrixLike, symmetricMatrix} from "../check.js";
import {inRange} from "../inRange.js";
import {semidefiniteMatrix} from "../linalg/definite.js";
import {
  type Dense,
  multiply,
  plus,
  symmetricProduct,
  toDense,
  toMatrix,
  transpose
} from "../linalg/dense.js";
import {type NoiseArgument, withNoise} from "../noise/noiseArgument.js";
import {
  type LinearOptimiser,
  optimiserOptions,
  outOfUnits,
  recursionInUnits
} from "./linearRecursion.js";

/** How far to follow the iterates, and from where. */
export interface TransientOptions {
  /** T ≥ 0, an integer. */
  readonly steps: number;
  /** Σ₀, n×n, symmetric positive semidefinite; default 0. */
  readonly start?: MatrixLike;
}

/**
 * Covariances Σ₀ … Σ_T of the iterates of an optimiser with white noise of covariance C, from iterates of
 * covariance `start` (default 0) and an empty buffer
 *
 *     P ← APAᵀ + BCBᵀ,   Σ the first block of P
 *
 * with A and B of `linearRecursion`. Exact for noise of any law, stable or not; n×n each.
 * Source: finite-rate (28), before stationarity is assumed; O(T n³).
 *
 * @throws RangeError if an argument is out of range, orders differ, or a covariance exceeds the range of float64.
 * @example transientCovariance({hessian: [[1]], noise: [[1]], learningRate: 1, steps: 1})[1].get(0, 0) // 1
 */
export function transientCovariance(
  options: LinearOptimiser & NoiseArgument & TransientOptions
): Matrix[] {
  const given = withNoise<LinearOptimiser & TransientOptions>("transientCovariance", options, [
    ...optimiserOptions,
    "steps",
    "start"
  ]);
  const n = symmetricMatrix("hessian", given.hessian).rows;
  const noise = semidefiniteMatrix("noise", given.noise, n);
  const {A, drive, power} = recursionInUnits(given, noise);
  const steps = integer("steps", given.steps, 0);
  const order = 2 * n;
  const a = toDense(A);
  const at = transpose(a, order);
  const added = toDense(drive);
  const stepped = (state: Dense) => symmetricProduct(multiply(a, state, order), at, order);
  const start = Matrix.zeros(order, order);
  if (given.start !== undefined)
    start.setSubMatrix(semidefiniteMatrix("start", given.start, n), 0, 0);
  // What is left of the start, and what the noise has added, may be of very different sizes.
  let kept = toDense(start);
  let P: Dense = new Float64Array(order * order);
  const covariance = () =>
    inRange(
      "the covariance",
      outOfUnits(toMatrix(P, order), n, power).add(outOfUnits(toMatrix(kept, order), n, 0))
    );
  const all = [covariance()];
  for (let t = 0; t < steps; t++) {
    P = plus(stepped(P), added);
    if (given.start !== undefined) kept = stepped(kept);
    all.push(covariance());
  }
  return all;
}
