import type {Matrix} from "ml-matrix";
import {positive} from "../check.js";
import {exponentOf, scale} from "../elementary/bits.js";
import {withNoise} from "../noise/noiseArgument.js";
import {inEigenbasis, unitOf} from "./inEigenbasis.js";
import type {ConstantRate, LinearRun} from "./linearRun.js";
import {quadratic} from "./quadratic.js";

/**
 * Stationary covariance Σ of the Ornstein–Uhlenbeck limit of SGD, dw = −K w dt + √λ C^½ dW:
 *
 *     K Σ + Σ K = λ C
 *
 * K (`hessian`) is n×n, symmetric positive definite; C (`noise`) n×n, symmetric positive
 * semidefinite, the covariance of the gradient noise of one update (already divided by the batch
 * size); λ (`learningRate`) > 0. K and C need not commute. Every λ has a solution: the limit knows
 * no stability bound.
 *
 * Method: pair by pair in the eigenbasis of K, Σᵢⱼ = λCᵢⱼ/(kᵢ + kⱼ). Source: finite-rate (1) with
 * µ = 0; Fisher §4.2.
 *
 * @throws RangeError if an argument is out of range, a matrix not symmetric or orders differ.
 * @throws UnstableError if K is not positive definite.
 * @example
 * ouCovariance({hessian: [[2, 0], [0, 1]], noise: [[1, 0], [0, 1]], learningRate: 0.1});
 * // [[0.025, 0], [0, 0.05]], residual 0
 */
export function ouCovariance(options: LinearRun): Matrix {
  const {hessian, noise, learningRate} = withNoise<ConstantRate>("ouCovariance", options, [
    "hessian",
    "learningRate"
  ]);
  positive("learningRate", learningRate);
  const q = quadratic(hessian, noise);
  const power = Math.max(-1000, exponentOf(learningRate));
  const rate = scale(learningRate, -power);
  return inEigenbasis(q, (ki, kj) => rate / (ki + kj), power - unitOf(q));
}
