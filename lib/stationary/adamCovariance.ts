import {Matrix} from "ml-matrix";
import {inRange, integer, numberIn, optionsOf, positive} from "../check.js";

/**
 * The fixed point Σ of the stationarity equation of Adam in its full-matrix form without momentum,
 * w ← w − Λ(K w + η) with Λ = λ(KΣK + C)^−½ and noise C = cKΣK:
 *
 * ΛKΣ + ΣKΛ = Λ(KΣK + C)Λ = λ²I, hence Σ = λ²(1+c)/4 · I.
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
  positive("learningRate", learningRate);
  numberIn("noiseRatio", noiseRatio, "[0, ∞)", x => x >= 0);
  integer("dimension", dimension, 1);
  const variance = (learningRate * learningRate * (1 + noiseRatio)) / 4;
  return Matrix.eye(dimension).mul(inRange("the stationary covariance", variance));
}
