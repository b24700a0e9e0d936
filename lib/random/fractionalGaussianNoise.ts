import {integer} from "../check.js";
import {fft} from "./fft.js";
import {fractionalGaussianCovariance} from "./fractionalGaussianCovariance.js";
import type {NoiseSource} from "./source.js";

export interface FractionalGaussianNoise {
  /** H in (0, 1): ½ is white, above it persistent (long memory), below it anti-persistent */
  hurst: number;
  /** how many values, ≥ 1 */
  length: number;
}

/**
 * A stretch of fractional Gaussian noise: stationary, Gaussian, mean 0, with exactly the covariance
 * γ(k) of `fractionalGaussianCovariance`. Its running sum is fractional Brownian motion.
 *
 * `source` gives independent standard normals: 2m are drawn, m the power of two ≥ length.
 * Method: Davies and Harte 1987 (embedding in a circulant covariance, whose eigenvalues are ≥ 0 for
 * every H). Source: notes, section 2.3 (long-range correlation).
 *
 * @throws RangeError where hurst is outside (0, 1) or length is not an integer ≥ 1
 * @example fractionalGaussianNoise(normals(uniforms(address)), {hurst: 0.8, length: 1000})
 */
export function fractionalGaussianNoise(
  source: NoiseSource,
  {hurst, length}: FractionalGaussianNoise
): Float64Array {
  integer("length", length, 1, 2 ** 28);
  let m = 1;
  while (m < length) m *= 2;
  const eigenvalues = circulantEigenvalues(hurst, m);
  const n = 2 * m;
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  for (let k = 0; k <= m; k++) {
    const real = k === 0 || k === m;
    const amplitude = Math.sqrt(eigenvalues[k]! / (real ? n : 2 * n));
    re[k] = amplitude * source.next();
    if (real) continue;
    im[k] = amplitude * source.next();
    re[n - k] = re[k]!;
    im[n - k] = -im[k]!;
  }
  fft(re, im);
  return re.slice(0, length);
}

/** Eigenvalues of the circulant matrix with first row γ(0) … γ(m) … γ(1); rounding below 0 is cut off. */
function circulantEigenvalues(hurst: number, m: number): Float64Array {
  const row = new Float64Array(2 * m);
  for (let k = 0; k <= m; k++) {
    row[k] = fractionalGaussianCovariance(hurst, k);
    if (k > 0) row[2 * m - k] = row[k]!;
  }
  fft(row, new Float64Array(2 * m));
  return row.map(value => Math.max(value, 0));
}
