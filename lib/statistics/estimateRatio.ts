import {type ConfidenceOptions, type Estimate, logEstimate, symmetricEstimate} from "./estimate.js";
import {meanError, type SeriesOptions} from "./meanError.js";
import {checkPaired, checkSeries, mean, type Series} from "./series.js";

/**
 * Ratio of the means of two series measured together, with its interval
 *
 *     r = x̄/ȳ,   se(r) = se of the mean of (x_t − r y_t)/ȳ
 *
 * (delta method; the correlation of the two is inside). Wants ȳ many standard errors from 0.
 *
 * @throws RangeError on series of different lengths, when ȳ is within 5 standard errors of 0, and
 * as `meanError`.
 * @example
 * estimateRatio(risk, baselineRisk, {independent: true}).value
 */
export function estimateRatio(
  numerator: Series,
  denominator: Series,
  options: SeriesOptions & ConfidenceOptions = {}
): Estimate {
  checkPaired("numerator", numerator, "denominator", denominator);
  checkSeries("numerator", numerator, 2);
  const below = meanError(denominator, options);
  if (!(Math.abs(below.mean) > 5 * below.standardError))
    throw new RangeError(
      `denominator must have a mean more than 5 standard errors from 0; got ${below.mean} ± ${below.standardError}`
    );
  const value = mean(numerator) / below.mean;
  const influence = new Float64Array(numerator.length);
  for (let i = 0; i < influence.length; i++)
    influence[i] = (numerator[i] - value * denominator[i]) / below.mean;
  return symmetricEstimate(value, meanError(influence, options), options);
}

/**
 * Ratio of two independent positive estimates, on the log scale
 *
 *     r = a/b,   (se(r)/r)² = (se_a/a)² + (se_b/b)²
 *
 * with Welch–Satterthwaite degrees of freedom; for variances measured in separate runs.
 *
 * @throws RangeError unless both values are positive.
 */
export function ratioOfEstimates(
  numerator: Estimate,
  denominator: Estimate,
  options: ConfidenceOptions = {}
): Estimate {
  if (!(numerator.value > 0 && denominator.value > 0))
    throw new RangeError(
      `numerator and denominator must be positive; got ${numerator.value} and ${denominator.value}`
    );
  const a = (numerator.standardError / numerator.value) ** 2;
  const b = (denominator.standardError / denominator.value) ** 2;
  const degrees = (a + b) ** 2 / (a ** 2 / numerator.degrees + b ** 2 / denominator.degrees);
  const value = numerator.value / denominator.value;
  return logEstimate(value, {standardError: value * Math.sqrt(a + b), degrees}, options);
}
