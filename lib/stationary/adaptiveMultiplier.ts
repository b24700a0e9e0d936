import {EigenvalueDecomposition, Matrix} from "ml-matrix";
import {numberIn} from "../check.js";
import {type AdaptiveMethod, checkForgetting} from "./adaptiveCovarianceMap.js";
import {momentumIn} from "./stability.js";

/**
 * The factor by which a small deviation from the stationary covariance of the natural gradient, or of
 * Adam, grows per step, where noise is C = cKΣK and the preconditioner follows a running average of
 * its own statistic: the largest modulus of an eigenvalue of the linearised `adaptiveCovarianceMap`.
 * Below 1 the fixed point attracts, above 1 it repels.
 *
 * c (`noiseRatio`) ≥ 0; µ (`momentum`, default 0) in [0, 1), 0 for Adam; ρ (`forgetting`, default 1)
 * in (0, 1]. The answer depends neither on K nor on λ: at a fixed point proportional to K⁻¹ (or, for
 * Adam, I) each entry of the deviation obeys the equations of one dimension. For µ = 0 it attracts iff
 * ρ < 2(1+c)/(3+c) (natural gradient) or ρ < 2(1+c)/(2+c) (Adam).
 *
 * Method: with k = λ = 1 and m′ = µm + w + η, w′ = w − Lm′, the state (E w², E wm, E m², J) and its
 * Jacobian by hand.
 *
 * @throws RangeError if an argument is out of range.
 * @example adaptiveMultiplier({method: "natural", noiseRatio: 0}) // 3
 */
export function adaptiveMultiplier({
  method,
  noiseRatio: c,
  momentum: mu = 0,
  forgetting: rho = 1
}: {
  method: AdaptiveMethod;
  noiseRatio: number;
  momentum?: number;
  forgetting?: number;
}): number {
  numberIn("noiseRatio", c, "[0, ∞)", x => x >= 0);
  momentumIn(mu);
  if (method === "adam") numberIn("momentum", mu, "[0, 0] for Adam", x => x === 0);
  checkForgetting(rho);
  // L = ΛK at the fixed point, s = E w² in units in which J = s, and dL/dJ.
  const L = method === "natural" ? 1 / (0.5 / (1 + mu) + (0.5 * c) / (1 - mu)) : 2 / (1 + c);
  const s = method === "natural" ? 1 / L : 1;
  const slope = method === "natural" ? -L / s : -L / (2 * s);
  // E w w₋₁ = s − L E wm is (1 − L/(1+µ))s by the lag-one covariance, (34); E m² = 2(s − E w w₋₁)/L².
  const x = -s / (1 + mu);
  const m = (2 * s) / ((1 + mu) * L);
  const toBuffer = [1 + c, 2 * mu, mu * mu];
  const toCross = [1, mu, 0];
  const carried = s + mu * x;
  const nextBuffer = toBuffer[0] * s + toBuffer[1] * x + toBuffer[2] * m;
  const byRate = {
    s: (-2 * carried + 2 * L * nextBuffer) * slope,
    x: -nextBuffer * slope
  };
  const unit = [1, 0, 0];
  const row = (f: (i: number) => number, rate: number) => [
    f(0) + rate * rho,
    f(1),
    f(2),
    rate * (1 - rho)
  ];
  const jacobian = new Matrix([
    row(i => unit[i] - 2 * L * toCross[i] + L * L * toBuffer[i], byRate.s),
    row(i => toCross[i] - L * toBuffer[i], byRate.x),
    row(i => toBuffer[i], 0),
    [rho, 0, 0, 1 - rho]
  ]);
  const {realEigenvalues, imaginaryEigenvalues} = new EigenvalueDecomposition(jacobian);
  return realEigenvalues.reduce(
    (largest, re, i) => Math.max(largest, Math.hypot(re, imaginaryEigenvalues[i])),
    0
  );
}
