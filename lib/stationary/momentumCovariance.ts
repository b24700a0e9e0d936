import type {Matrix} from "ml-matrix";
import {scale} from "../elementary/bits.js";
import {withNoise} from "../noise/noiseArgument.js";
import {heavyBallGain} from "./heavyBallGain.js";
import {inEigenbasis, unitOf} from "./inEigenbasis.js";
import type {ConstantMomentum, MomentumRun} from "./linearRun.js";
import {quadratic} from "./quadratic.js";
import {heavyBallLimit, heavyBallRoom, momentumIn, requireStable} from "./stability.js";

/**
 * Stationary covariance Σ of the parameters under heavy ball on a quadratic (finite-rate (5)),
 * m ← µm + K w + η, w ← w − λm, Cov η = C:
 *
 *     (1−µ)λ(KΣ + ΣK) − (1+µ²)/(1−µ²) λ²KΣK + µ/(1−µ²) λ²(K²Σ + ΣK²) = λ²C
 *
 * K (`hessian`) is n×n, symmetric positive definite; C (`noise`) n×n, symmetric positive
 * semidefinite, the covariance of the gradient noise of one update (already divided by the batch
 * size); µ (`momentum`, default 0) lies in [0, 1) and is undamped. K and C need not commute. Σ
 * exists exactly for λ (`learningRate`) in (0, 2(1+µ)/λmax(K)).
 *
 * Method: in the eigenbasis of K two modes couple through C alone; each pair has a closed form
 * without cancellation ({@link heavyBallGain}). Source: finite-rate theorem 2, (7).
 *
 * @throws RangeError if an argument is out of range, a matrix not symmetric or orders differ.
 * @throws UnstableError if K is not positive definite or λ outside (0, 2(1+µ)/λmax).
 * @example
 * momentumCovariance({hessian: [[1]], noise: [[1]], learningRate: 1, momentum: 0.5});
 * // [[1.5]]
 */
export function momentumCovariance(options: MomentumRun): Matrix {
  const {
    hessian,
    noise,
    learningRate,
    momentum = 0
  } = withNoise<ConstantMomentum>("momentumCovariance", options, [
    "hessian",
    "learningRate",
    "momentum"
  ]);
  momentumIn(momentum);
  const q = quadratic(hessian, noise);
  const largest = q.curvatures[q.n - 1];
  const room = () => heavyBallRoom(largest, learningRate, momentum);
  requireStable(learningRate, heavyBallLimit(largest, momentum), "2(1+momentum)/λmax", room);
  const unit = unitOf(q);
  const rate = scale(learningRate, unit);
  return inEigenbasis(q, (ki, kj) => heavyBallGain(ki, kj, rate, momentum), -2 * unit);
}
