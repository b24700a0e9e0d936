import {type ConfidenceOptions, type Estimate, symmetricEstimate} from "./estimate.js";
import {meanError, type SeriesOptions} from "./meanError.js";
import {checkPaired, checkSeries, mean, type Series} from "./series.js";

/**
 * Covariance of two series measured together, with its interval
 *
 *     c = 1/(n−1) Σ (x_t − x̄)(y_t − ȳ),   se from the series of products
 *
 * No normality is assumed. For time series the 1/(n−1) is that of the effective samples,
 * c = (1 − 1/n_eff)⁻¹ times the mean product: a mean that is itself estimated takes up one of them.
 *
 * @param options.means what to centre at when the means are known (for instance zero by theory).
 * @throws RangeError on series of different lengths, and as `meanError`.
 * @example
 * estimateCovariance(x, y, {independent: true}).low
 */
export function estimateCovariance(
  x: Series,
  y: Series,
  options: SeriesOptions & ConfidenceOptions & {means?: [number, number]} = {}
): Estimate {
  checkPaired("x", x, "y", y);
  checkSeries("x", x, 2);
  checkSeries("y", y, 2);
  const {value, error} = centredProduct(x, y, options);
  return symmetricEstimate(value, error, options);
}

/** The mean product about the means, corrected for their being estimated, and its error. */
export function centredProduct(
  x: Series,
  y: Series,
  {means, ...options}: SeriesOptions & {means?: [number, number]}
): {value: number; error: {standardError: number; degrees: number}} {
  const n = x.length;
  const [mx, my] = means ?? [mean(x), mean(y)];
  const products = new Float64Array(n);
  for (let i = 0; i < n; i++) products[i] = (x[i] - mx) * (y[i] - my);
  const error = meanError(products, options);
  if (means) return {value: error.mean, error};
  const worth = (series: Series) => Math.min(n, meanError(series, options).effectiveSamples);
  const samples = options.independent ? n : y === x ? worth(x) : Math.min(worth(x), worth(y));
  const correction = samples / Math.max(1, samples - 1);
  return {
    value: error.mean * correction,
    error: {standardError: error.standardError * correction, degrees: error.degrees}
  };
}
