import {type ConfidenceOptions, type Estimate, symmetricEstimate} from "./estimate.js";
import {meanError, type SeriesOptions} from "./meanError.js";
import type {Series} from "./series.js";

/**
 * Mean of a series with its Monte-Carlo interval x̄ ± t·se, se from `meanError`.
 *
 * @throws RangeError as `meanError`; or a confidence outside (0, 1).
 * @example
 * estimateMean(replicates, {independent: true}); // {value, standardError, low, high, …}
 */
export function estimateMean(
  series: Series,
  options: SeriesOptions & ConfidenceOptions = {}
): Estimate {
  const error = meanError(series, options);
  return symmetricEstimate(error.mean, error, options);
}
