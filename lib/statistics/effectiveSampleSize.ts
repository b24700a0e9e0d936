import {lagCorrelation} from "./autocorrelation.js";
import {checkSeries, type Series} from "./series.js";

/** How far a series remembers, in steps. */
export interface CorrelationTime {
  /** τ = 1 + 2 Σ ρ_k: the variance of the mean is τ/n times that of one entry. */
  time: number;
  /** 1 + 2 Σ |ρ_k|: the same without cancellation, the memory of a series that oscillates. */
  memory: number;
  /** 2 Σ kρ_k / τ: the variance of a mean over B entries is τσ²/B (1 − spread/B). */
  spread: number;
}

/**
 * Integrated autocorrelation time
 *
 *     τ = 1 + 2 Σ_{k=1}^{W} ρ_k
 *
 * summed until three successive |ρ_k| are below 2/√n, the noise of an autocorrelation that is zero.
 * Costs n operations per lag visited. τ < 1 where successive entries are anti-correlated; the sum is
 * kept above 1/n.
 *
 * @throws RangeError on fewer than four entries or a non-finite one.
 */
export function correlationTime(series: Series): CorrelationTime {
  checkSeries("series", series, 4);
  const n = series.length;
  const lag = lagCorrelation(series);
  const noise = 2 / Math.sqrt(n);
  let time = 1;
  let memory = 1;
  let moment = 0;
  let quiet = 0;
  for (let k = 1; k < n / 2 && quiet < 3; k++) {
    const rho = lag(k);
    quiet = Math.abs(rho) < noise ? quiet + 1 : 0;
    time += 2 * rho;
    memory += 2 * Math.abs(rho);
    moment += 2 * k * rho;
  }
  time = Math.max(time, 1 / n);
  return {time, memory, spread: moment / time};
}

/**
 * Effective sample size n/τ: the number of independent entries whose mean is as precise
 *
 * Above n for an anti-correlated series.
 *
 * @throws RangeError on fewer than four entries or a non-finite one.
 * @example
 * effectiveSampleSize(ar1Series); // n (1 − φ)/(1 + φ), up to noise
 */
export function effectiveSampleSize(series: Series): number {
  return series.length / correlationTime(series).time;
}
