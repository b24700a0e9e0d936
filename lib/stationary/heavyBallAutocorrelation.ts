import {integer, positive} from "../check.js";
import {sumLessProduct} from "../elementary/sumLessProduct.js";
import {heavyBallLimit, heavyBallRoom, momentumIn, requireStable} from "./stability.js";

/**
 * Autocorrelations ρ₀ … ρ_lags of one eigendirection of stationary heavy ball, m ← µm + hθ + ζ,
 * θ ← θ − ηm, white ζ
 *
 *     ρ₁ = (1 + µ − ηh)/(1 + µ),   ρ_k = (1 + µ − ηh) ρ_{k−1} − µ ρ_{k−2}
 *
 * θ is autoregressive of order 2: the Yule–Walker equations. Their sum over all lags, both sides, is
 * c/h² over the variance: what momentum and step add to the variance they take from the correlation.
 * Source: finite-rate (5), (34) for lag 1.
 *
 * @throws UnstableError unless 0 < η < 2(1+µ)/h. @throws RangeError on other arguments out of range.
 * @example heavyBallAutocorrelation({curvature: 1, learningRate: 1, momentum: 0, lags: 2}) // 1, 0, 0
 */
export function heavyBallAutocorrelation({
  curvature,
  learningRate,
  momentum,
  lags
}: {
  curvature: number;
  learningRate: number;
  momentum: number;
  lags: number;
}): Float64Array {
  positive("curvature", curvature);
  momentumIn(momentum);
  integer("lags", lags, 1);
  requireStable(learningRate, heavyBallLimit(curvature, momentum), "2(1+momentum)/curvature", () =>
    heavyBallRoom(curvature, learningRate, momentum)
  );
  const turn = sumLessProduct(1, momentum, learningRate, curvature);
  const rho = new Float64Array(lags + 1);
  rho[0] = 1;
  rho[1] = turn / (1 + momentum);
  for (let k = 2; k <= lags; k++) rho[k] = turn * rho[k - 1] - momentum * rho[k - 2];
  return rho;
}
