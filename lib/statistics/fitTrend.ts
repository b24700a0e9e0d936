import {integer} from "../check.js";
import {correlationTime} from "./effectiveSampleSize.js";
import type {ConfidenceOptions} from "./estimate.js";
import {fitLine, type LineFit} from "./fitLine.js";
import {checkPaired, checkSeries, type Series} from "./series.js";

/**
 * Straight line through an autocorrelated series, y_t = α + βx_t + noise
 *
 * Ordinary least squares on the averages of x and y over consecutive batches, long enough that the
 * noise of neighbouring averages is nearly independent: some 12 times the memory of the
 * residuals, and at least 20 batches are kept. x should vary slowly (time, log time).
 *
 * @throws RangeError on fewer than 40 points, and as `fitLine`.
 * @example
 * fitTrend(steps, loss).slope; // is the run stationary?
 */
export function fitTrend(
  x: Series,
  y: Series,
  {batchSize, ...options}: ConfidenceOptions & {batchSize?: number} = {}
): LineFit {
  checkPaired("x", x, "y", y);
  checkSeries("x", x, 40);
  const n = x.length;
  const b = batchSize ?? defaultBatchSize(x, y);
  integer("batchSize", b, 1, Math.floor(n / 3));
  const batches = Math.floor(n / b);
  const average = (series: Series) => {
    const averages = new Float64Array(batches);
    for (let i = 0; i < batches * b; i++) averages[Math.floor(i / b)] += series[i] / b;
    return averages;
  };
  return fitLine(average(x), average(y), options);
}

function defaultBatchSize(x: Series, y: Series): number {
  const {slope, intercept} = fitLine(x, y);
  const residuals = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) residuals[i] = y[i] - intercept.value - slope.value * x[i];
  const {memory} = correlationTime(residuals);
  const wanted = memory * Math.max(12, 1.6 * (x.length / memory) ** (1 / 3));
  return Math.max(1, Math.min(Math.floor(x.length / 20), Math.ceil(wanted)));
}
