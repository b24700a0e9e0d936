import {Matrix} from "ml-matrix";
import {integer, numberIn, optionsOf, positive} from "../check.js";
import {inRange} from "../inRange.js";

/**
 * The fixed point Σ of the stationarity equation of Adam in its full-matrix form without momentum,
 * w ← w − Λ(K w + η) with Λ = λ(KΣK + C)^−½ and noise C = cKΣK:
 *
 *     ΛKΣ + ΣKΛ = Λ(KΣK + C)Λ = λ²I, hence Σ = λ²(1+c)/4 · I
 *
 * λ (`learningRate`) > 0, c (`noiseRatio`) ≥ 0, n (`dimension`) ≥ 1; Σ is n×n and does not depend on
 * the Hessian K, any symmetric positive definite matrix. It is the only positive definite
 * solution: with KΣK = R² the equation is the Lyapunov equation RK⁻¹ + K⁻¹R = λ√(1+c) I. At the
 * fixed point ΛK = 2/(1+c) I.
 *
 * Source: finite-rate theorem 10, (27) and (113)–(116).
 *
 * @throws RangeError if an argument is out of range, or Σ beyond that of float64.
 * @example
 * adamCovariance({learningRate: 0.1, noiseRatio: 1, dimension: 1}); // [[0.005]]
 */
export function adamCovariance(options: {
  learningRate: number;
  noiseRatio: number;
  dimension: number;
}): Matrix {
  const {learningRate, noiseRatio, dimension} = optionsOf("adamCovariance", options, [
    "learningRate",
    "noiseRatio",
    "dimension"
  ]);
  const variance = adamVariance({learningRate, noiseRatio});
  return Matrix.eye(integer("dimension", dimension, 1)).mul(variance);
}

/**
 * The one number that `adamCovariance` consists of, the stationary variance of each parameter,
 *
 *     λ²(1+c)/4
 *
 * λ (`learningRate`) > 0, c (`noiseRatio`) ≥ 0, in squared units of the parameters, whatever the Hessian.
 * Source: finite-rate theorem 10, (27).
 *
 * @throws RangeError if an argument is out of range, or the variance beyond that of float64.
 * @example
 * adamVariance({learningRate: 0.1, noiseRatio: 1}); // 0.005
 */
export function adamVariance(options: {learningRate: number; noiseRatio: number}): number {
  const {learningRate, noiseRatio} = optionsOf("adamVariance", options, [
    "learningRate",
    "noiseRatio"
  ]);
  positive("learningRate", learningRate);
  numberIn("noiseRatio", noiseRatio, "[0, ∞)", x => x >= 0);
  return inRange("the stationary variance", (learningRate * (1 + noiseRatio) * learningRate) / 4);
}
