import type {Matrix} from "ml-matrix";
import {integer, type MatrixLike, numberIn, optionsOf} from "../check.js";
import {sumLessProduct} from "../elementary/sumLessProduct.js";
import {inRange} from "../inRange.js";
import {positiveDefinite} from "../linalg/definite.js";
import {outOfBasis, toMatrix} from "../linalg/dense.js";
import {linearRegressionLimit, linearRegressionRoom} from "./linearRegressionLimit.js";
import {requireStable} from "./stability.js";

/**
 * Stationary covariance Σ of the error v = w − w* of mini-batch SGD on linear regression with fresh
 * Gaussian data: loss ½(wᵀx − y)², x ~ N(0, A), y = w*ᵀx + e, Var e = σ², e independent of x, and
 * b new samples in every step. The noise depends on the state, and Σ is exact:
 *
 * AΣ + ΣA − λAΣA = (λ/b) [AΣA + (Tr AΣ + σ²) A].
 *
 * A (`inputCovariance`) is n×n, symmetric positive definite; σ² (`labelVariance`) ≥ 0 the variance of
 * the label's noise, per sample; b (`batchSize`) an integer ≥ 1; λ (`learningRate`) > 0. Σ exists
 * exactly when the second moment of v contracts, a stricter bound than λ < 2/λmax:
 * λ(1+1/b)λmax < 2 and ψ(λ) < 1, where ψ(λ) = Σᵢ (λaᵢ/b)/(2 − λaᵢ(1+1/b)), aᵢ the eigenvalues of A.
 *
 * Method: E[xxᵀΣxxᵀ] = 2AΣA + A Tr AΣ (Isserlis). In the eigenbasis of A the solution is diagonal,
 * Σᵢᵢ = (λ/b)σ²/(1−ψ) / (2 − λaᵢ(1+1/b)). Source: derived here; finite-rate §4.7 asks for it, its
 * C ≈ K/S being the limit of large b and small λ.
 *
 * @throws RangeError if an argument is out of range or A not symmetric.
 * @throws UnstableError if A is not positive definite or λ outside the region above.
 * @example
 * linearRegressionCovariance({inputCovariance: [[1]], labelVariance: 1, batchSize: 1, learningRate: 0.5});
 * // [[1]]; with C = A/b in (6) it would be [[1/3]]
 */
export function linearRegressionCovariance(options: {
  inputCovariance: MatrixLike;
  labelVariance: number;
  batchSize: number;
  learningRate: number;
}): Matrix {
  const {inputCovariance, labelVariance, batchSize, learningRate} = optionsOf(
    "linearRegressionCovariance",
    options,
    ["inputCovariance", "labelVariance", "batchSize", "learningRate"]
  );
  numberIn("labelVariance", labelVariance, "[0, ∞)", x => x >= 0);
  integer("batchSize", batchSize, 1);
  const {n, curvatures: a, vectors} = positiveDefinite("inputCovariance", inputCovariance);
  const room = () => linearRegressionRoom(a, learningRate, batchSize);
  requireStable(learningRate, linearRegressionLimit(a, batchSize), "mean-square limit", room);
  const rate = learningRate / batchSize;
  const damping = a.map(x => sumLessProduct(2, -rate * x, learningRate, x));
  const s = new Float64Array(n * n);
  for (let i = 0; i < n; i++) s[i * (n + 1)] = (rate * labelVariance) / room() / damping[i];
  return toMatrix(inRange("the stationary covariance", outOfBasis(s, vectors, n)), n);
}
