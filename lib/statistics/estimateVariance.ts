import {type ConfidenceOptions, type Estimate, logEstimate} from "./estimate.js";
import {centredProduct} from "./estimateCovariance.js";
import type {SeriesOptions} from "./meanError.js";
import {checkSeries, type Series} from "./series.js";

/**
 * Variance of the entries of a series, with an interval on the log scale
 *
 *     s² = 1/(n−1) Σ (x_t − x̄)²,   [s² e^{−t·se/s²}, s² e^{t·se/s²}]
 *
 * with se from the squared deviations, so that neither normality nor independence is assumed; the
 * log scale follows the skewness of s². For the Gaussian law and independent entries se is
 * s²√(2/(n−1)), up to noise. Heavy tails (no fourth moment) have no valid interval of this kind.
 *
 * @param options.mean the mean, when it is known; default: estimated, see `estimateCovariance`.
 * @throws RangeError as `meanError`.
 * @example
 * estimateVariance(positions, {mean: 0}); // of a run of stationary SGD around 0
 */
export function estimateVariance(
  series: Series,
  {mean, ...options}: SeriesOptions & ConfidenceOptions & {mean?: number} = {}
): Estimate {
  checkSeries("series", series, 2);
  const means: [number, number] | undefined = mean === undefined ? undefined : [mean, mean];
  const {value, error} = centredProduct(series, series, {...options, means});
  return logEstimate(value, error, options);
}
