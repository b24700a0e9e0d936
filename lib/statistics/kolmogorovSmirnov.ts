import {exp} from "../elementary/exp.js";
import {square} from "../elementary/square.js";
import {checkSeries, type Series} from "./series.js";

export interface KolmogorovSmirnov {
  /** D = supₓ |Fₙ(x) − F(x)|. */
  distance: number;
  pValue: number;
}

/**
 * Kolmogorov–Smirnov test of independent draws against a continuous distribution function F
 *
 *     p = Q_KS((√n + 0.12 + 0.11/√n) D),   Q_KS(x) = 2 Σ_{j≥1} (−1)^{j−1} e^{−2j²x²}
 *
 * F must not have been fitted to the draws. The approximation is good to about 10⁻³ in p for
 * n ≥ 20. Source: Stephens 1970.
 *
 * @throws RangeError on an empty or non-finite sample, or an F outside [0, 1].
 * @example
 * kolmogorovSmirnov(draws, normalCdf).pValue
 */
export function kolmogorovSmirnov(sample: Series, cdf: (x: number) => number): KolmogorovSmirnov {
  checkSeries("sample", sample, 1);
  const sorted = Float64Array.from(sample).sort();
  const n = sorted.length;
  let distance = 0;
  for (let i = 0; i < n; i++) {
    const f = cdf(sorted[i]);
    if (!(f >= 0 && f <= 1)) throw new RangeError(`cdf must lie in [0, 1]; got ${f}`);
    distance = Math.max(distance, f - i / n, (i + 1) / n - f);
  }
  const root = Math.sqrt(n);
  return {distance, pValue: kolmogorovUpper((root + 0.12 + 0.11 / root) * distance)};
}

/** Q_KS(x), the upper tail of Kolmogorov's distribution; the theta-function form for small x. */
export function kolmogorovUpper(x: number): number {
  // Below, 1 − Q < 10⁻⁵⁰.
  if (x < 0.1) return 1;
  let sum = 0;
  if (x < 1.18) {
    for (let j = 1; j <= 9; j += 2) sum += exp(-square(j * Math.PI) / (8 * x * x));
    return Math.max(0, 1 - (Math.sqrt(2 * Math.PI) / x) * sum);
  }
  for (let j = 1; j <= 6; j++) sum += (j % 2 === 1 ? 2 : -2) * exp(-2 * j * j * x * x);
  return sum;
}
