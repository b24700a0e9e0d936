import {integer, numberIn} from "../check.js";
import {pow} from "../elementary/pow.js";

/**
 * E x₀ xₖ of fractional Gaussian noise of unit variance,
 * γ(k) = ½(|k+1|^{2H} − 2|k|^{2H} + |k−1|^{2H}).
 *
 * From k = 8 on by its series k^{2H} Σⱼ C(2H, 2j) k^{−2j}, as the three powers cancel to k^{2H−2}.
 *
 * Source: notes, section 2.3 (long-range correlation).
 *
 * @throws RangeError where hurst is outside (0, 1) or lag is not an integer
 * @example fractionalGaussianCovariance(0.75, 1) // √2 − 1
 */
export function fractionalGaussianCovariance(hurst: number, lag: number): number {
  numberIn("hurst", hurst, "(0, 1)", h => h > 0 && h < 1);
  const k = Math.abs(integer("lag", lag, -Infinity));
  const power = 2 * hurst;
  if (k === 0) return 1;
  if (k < 8) return (pow(k + 1, power) - 2 * pow(k, power) + pow(k - 1, power)) / 2;
  let sum = 0;
  let term = 1;
  for (let j = 0; j < 20; j += 2) {
    term *= ((power - j) * (power - j - 1)) / ((j + 1) * (j + 2) * k * k);
    sum += term;
  }
  return pow(k, power) * sum;
}
