import {integer} from "../check.js";
import {checkSeries, mean, type Series} from "./series.js";

/**
 * Sample autocorrelations ρ_0 … ρ_maxLag of a stationary series
 *
 *     ρ_k = Σ_{t<n−k} (x_t − x̄)(x_{t+k} − x̄) / Σ_t (x_t − x̄)²
 *
 * (1/n at every lag: biased, positive semi-definite.) A constant series has ρ_0 = 1, others 0.
 *
 * @throws RangeError unless 0 ≤ maxLag < n, or on a non-finite entry.
 * @example
 * autocorrelation([1, -1, 1, -1], 1); // [1, -0.75]
 */
export function autocorrelation(series: Series, maxLag: number): number[] {
  checkSeries("series", series, 1);
  integer("maxLag", maxLag, 0, series.length - 1);
  const lag = lagCorrelation(series);
  return Array.from({length: maxLag + 1}, (_, k) => lag(k));
}

/** The function k ↦ ρ_k, evaluated lag by lag. */
export function lagCorrelation(series: Series): (k: number) => number {
  const n = series.length;
  const centre = mean(series);
  const x = new Float64Array(n);
  let square = 0;
  for (let i = 0; i < n; i++) {
    x[i] = series[i] - centre;
    square += x[i] * x[i];
  }
  return k => {
    if (k === 0) return 1;
    if (square === 0) return 0;
    let sum = 0;
    for (let i = 0; i < n - k; i++) sum += x[i] * x[i + k];
    return sum / square;
  };
}
