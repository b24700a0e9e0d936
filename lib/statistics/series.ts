import {describe} from "../check.js";

/** A sequence of numbers: measurements in the order in which they were made. */
export type Series = ArrayLike<number>;

/** Checks that a series has at least `least` entries, all finite. */
export function checkSeries(name: string, series: Series, least: number): void {
  if (!(series.length >= least))
    throw new RangeError(`${name} must have at least ${least} entries; got ${series.length}`);
  for (let i = 0; i < series.length; i++)
    if (!Number.isFinite(series[i]))
      throw new RangeError(`${name} must be finite; got ${describe(series[i])} at ${i}`);
}

/** Checks that two series have the same length. */
export function checkPaired(nameA: string, a: Series, nameB: string, b: Series): void {
  if (a.length !== b.length)
    throw new RangeError(`${nameB} must be as long as ${nameA}, ${a.length}; got ${b.length}`);
}

/** Σ xᵢ/n, for a sum that is beyond the range of float64. */
function sumOfShares(series: Series): number {
  let sum = 0;
  for (let i = 0; i < series.length; i++) sum += series[i] / series.length;
  return sum;
}

/** Arithmetic mean, corrected once for its own rounding. */
export function mean(series: Series): number {
  const n = series.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += series[i];
  if (!Number.isFinite(sum)) return sumOfShares(series);
  const first = sum / n;
  let rest = 0;
  for (let i = 0; i < n; i++) rest += series[i] - first;
  return first + rest / n;
}
