import {integer} from "../check.js";
import {regularisedGammaP} from "./incompleteGamma.js";
import {normalCdf} from "./normal.js";

/**
 * sup |F − Φ| between the law of a standardised mean of m independent exponentials (skewness 2) and the
 * normal law; 2/(6√(2πm)) to leading order, by Edgeworth's expansion.
 *
 * F(x) = P(m, m + √m x), the regularised incomplete gamma function. The largest gap lies near 0: a scan
 * of |x| ≤ 3 that narrows on it.
 *
 * @throws RangeError unless m is a positive integer.
 * @example exponentialMeanDistance(1) // 0.1587, at x = −1
 */
export function exponentialMeanDistance(samples: number): number {
  integer("samples", samples, 1);
  const root = Math.sqrt(samples);
  const gap = (x: number) => {
    const y = samples + root * x;
    return Math.abs((y > 0 ? regularisedGammaP(samples, y) : 0) - normalCdf(x));
  };
  let [best, at] = [0, 0];
  for (let width = 3; width > 1e-9; width /= 8)
    for (let k = -40, centre = at; k <= 40; k++) {
      const x = centre + (k * width) / 40;
      if (gap(x) > best) [best, at] = [gap(x), x];
    }
  return best;
}
