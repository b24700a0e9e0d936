import type {Matrix} from "ml-matrix";
import {scale} from "../elementary/bits.js";
import {withNoise} from "../noise/noiseArgument.js";
import {heavyBallGain} from "./heavyBallGain.js";
import {inEigenbasis, unitOf} from "./inEigenbasis.js";
import type {ConstantRate, LinearRun} from "./linearRun.js";
import {quadratic} from "./quadratic.js";
import {heavyBallLimit, heavyBallRoom, requireStable} from "./stability.js";

/**
 * Stationary covariance Σ of SGD on a quadratic, wₜ = wₜ₋₁ − λ(K wₜ₋₁ + η), Cov η = C:
 *
 *     K Σ + Σ K − λ K Σ K = λ C
 *
 * K (`hessian`) is n×n, symmetric positive definite; C (`noise`) n×n, symmetric positive
 * semidefinite, the covariance of the gradient noise of one update (already divided by the batch
 * size). K and C need not commute. Σ exists for λ (`learningRate`) in (0, 2/λmax(K)).
 *
 * Method: pair by pair in the eigenbasis of K, Σᵢⱼ = λCᵢⱼ/(kᵢ + kⱼ − λkᵢkⱼ). Source: finite-rate
 * theorem 1, (6).
 *
 * @throws RangeError if an argument is out of range, a matrix not symmetric or orders differ.
 * @throws UnstableError if K is not positive definite or λ outside (0, 2/λmax).
 * @example
 * sgdCovariance({hessian: [[1]], noise: [[1]], learningRate: 0.5}); // [[1/3]] rather than [[1/4]]
 */
export function sgdCovariance(options: LinearRun): Matrix {
  const {hessian, noise, learningRate} = withNoise<ConstantRate>("sgdCovariance", options, [
    "hessian",
    "learningRate"
  ]);
  const q = quadratic(hessian, noise);
  const largest = q.curvatures[q.n - 1];
  const room = () => heavyBallRoom(largest, learningRate, 0);
  requireStable(learningRate, heavyBallLimit(largest, 0), "2/λmax", room);
  const unit = unitOf(q);
  const rate = scale(learningRate, unit);
  return inEigenbasis(q, (ki, kj) => heavyBallGain(ki, kj, rate, 0), -2 * unit);
}
