import {integer} from "../check.js";
import {correlationTime} from "./effectiveSampleSize.js";
import {checkSeries, mean, type Series} from "./series.js";

export interface SeriesOptions {
  /** The entries are independent (one per replicate); default false: they are a time series. */
  independent?: boolean;
  /** Entries per batch; default from the memory of the series. */
  batchSize?: number;
}

/** The Monte-Carlo error of the mean of a series. */
export interface MeanError {
  mean: number;
  standardError: number;
  /** Degrees of freedom of (mean − truth)/standardError as Student's t. */
  degrees: number;
  batchSize: number;
  /** Entry variance over squared standard error: how many independent entries this is worth. */
  effectiveSamples: number;
}

/**
 * Standard error of the mean of an autocorrelated series, by overlapping batch means
 *
 *     se² = B/((n−B)(n−B+1)) Σ_j (x̄_{j…j+B−1} − x̄)² / (1 − κ/B),   degrees = 3 (n/B − 1)/(κ₄ − 1)
 *
 * With B = 1 (independent entries) this is s²/n with 2(n − 1)/(κ₄ − 1) degrees of freedom. κ₄ is the
 * kurtosis of the batch means or 3, whichever is larger: squares of Gaussians (κ₄ = 15) tell their own
 * spread seven times less well than Gaussians do. By default
 * B = m·max(10, 1.6 (n/m)^{1/3}), m = 1 + 2Σ|ρ_k| the memory, but at least 20 batches fit; the
 * first-order bias of batch means, κ = 2Σkρ_k/τ (some 5 % of se² at 400 effective samples), is taken
 * out, by at most a quarter, unless `batchSize` was given. The series must be stationary: cut the
 * burn-in first.
 * Source: Meketon & Schmeiser 1984; Flegal & Jones 2010.
 *
 * @throws RangeError on fewer than two entries (forty, unless independent), a non-finite entry, or
 * a batch size outside [1, n/2].
 * @example
 * meanError(series).standardError; // ≈ √(τ s²/n)
 */
export function meanError(
  series: Series,
  {independent = false, batchSize}: SeriesOptions = {}
): MeanError {
  const n = series.length;
  checkSeries("series", series, independent || batchSize ? 2 : 40);
  const automatic = independent || batchSize ? null : correlationTime(series);
  const b = automatic ? defaultBatchSize(n, automatic.memory) : independent ? 1 : batchSize!;
  integer("batchSize", b, 1, Math.floor(n / 2));
  const centre = mean(series);
  let sum = 0;
  let squares = 0;
  let fourths = 0;
  let entrySquares = 0;
  for (let i = 0; i < n; i++) {
    sum += series[i] - centre;
    entrySquares += (series[i] - centre) ** 2;
    if (i >= b) sum -= series[i - b] - centre;
    if (i >= b - 1) {
      const square = (sum / b) ** 2;
      squares += square;
      fourths += square * square;
    }
  }
  const shortfall = automatic ? Math.max(-0.25, Math.min(0.25, automatic.spread / b)) : 0;
  const variance =
    b === 1 ? squares / (n * (n - 1)) : (squares * b) / ((n - b) * (n - b + 1) * (1 - shortfall));
  const kurtosis = squares > 0 ? ((n - b + 1) * fourths) / squares ** 2 : 3;
  const freedom = b === 1 ? n - 1 : 1.5 * (n / b - 1);
  return {
    mean: centre,
    standardError: Math.sqrt(variance),
    degrees: (2 * freedom) / (Math.max(3, kurtosis) - 1),
    batchSize: b,
    effectiveSamples: variance > 0 ? entrySquares / (n - 1) / variance : n
  };
}

function defaultBatchSize(n: number, memory: number): number {
  const wanted = memory * Math.max(10, 1.6 * (n / memory) ** (1 / 3));
  return Math.max(1, Math.min(Math.floor(n / 20), Math.ceil(wanted)));
}
