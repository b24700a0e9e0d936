import type {Matrix} from "ml-matrix";
import {withNoise} from "../noise/noiseArgument.js";
import {inEigenbasis, unitOf} from "./inEigenbasis.js";
import type {ConstantMomentum, MomentumRun} from "./linearRun.js";
import {quadratic} from "./quadratic.js";
import {heavyBallLimit, heavyBallRoom, momentumIn, requireStable} from "./stability.js";

/**
 * Stationary covariance Σ of the parameters under the damped Newton method with noise and momentum,
 * m ← µm + K w + η, w ← w − λK⁻¹m, Cov η = C:
 *
 *     Σ = (1+µ)/(1−µ) · λ/(2(1+µ) − λ) · K⁻¹CK⁻¹
 *
 * K (`hessian`) is n×n, symmetric positive definite; C (`noise`) n×n, symmetric positive
 * semidefinite, the covariance of the gradient noise of one update (already divided by the batch
 * size); µ (`momentum`, default 0) lies in [0, 1) and is undamped. K and C need not commute. Σ
 * exists exactly for λ (`learningRate`) in (0, 2(1+µ)), whatever K.
 *
 * Method: K⁻¹CK⁻¹ in the eigenbasis of K. Source: finite-rate theorem 12, (98).
 *
 * @throws RangeError if an argument is out of range, a matrix not symmetric or orders differ.
 * @throws UnstableError if K is not positive definite or λ outside (0, 2(1+µ)).
 * @example
 * dampedNewtonCovariance({hessian: [[2]], noise: [[1]], learningRate: 1}); // [[0.25]]
 */
export function dampedNewtonCovariance(options: MomentumRun): Matrix {
  const {
    hessian,
    noise,
    learningRate,
    momentum = 0
  } = withNoise<ConstantMomentum>("dampedNewtonCovariance", options, [
    "hessian",
    "learningRate",
    "momentum"
  ]);
  momentumIn(momentum);
  const room = () => heavyBallRoom(1, learningRate, momentum);
  requireStable(learningRate, heavyBallLimit(1, momentum), "2(1+momentum)", room);
  const gain = ((1 + momentum) * learningRate) / ((1 - momentum) * 2 * room());
  const q = quadratic(hessian, noise);
  return inEigenbasis(q, (ki, kj) => gain / ki / kj, -2 * unitOf(q));
}
