import {exp} from "../elementary/exp.js";
import type {Measure} from "./types.js";

/** A number that nothing was estimated for. */
export const exactly = (value: number): Measure => ({
  value,
  standardError: 0,
  low: value,
  high: value
});

/** A number that there is not, and the sentence that says why. */
export const absent = (reason: string): Measure => ({
  value: null,
  standardError: null,
  low: null,
  high: null,
  reason
});

/**
 * value ± quantile·standardError, both ends kept inside [least, most]; at `standardError` 0 the value itself.
 *
 * @example around(2, 1, 1.96, {least: 0.5}); // low 0.5, high 3.96
 */
export function around(
  value: number,
  standardError: number,
  quantile: number,
  {least = -Infinity, most = Infinity, bias}: {least?: number; most?: number; bias?: number} = {}
): Measure {
  const inside = (x: number) => Math.min(most, Math.max(least, x));
  return {
    value,
    standardError,
    low: inside(value - quantile * standardError),
    high: inside(value + quantile * standardError),
    ...(bias === undefined ? {} : {bias})
  };
}

/**
 * A variance or a sum of variances: value·exp(± quantile·standardError/value), whose ends are positive and lean
 * upwards as the law of an estimated variance does.
 *
 * @example positively(2, 1, 1.96); // low 0.75, high 5.33
 */
export function positively(
  value: number,
  standardError: number,
  quantile: number,
  bias?: number
): Measure {
  const factor = value > 0 ? exp((quantile * standardError) / value) : 1;
  if (!Number.isFinite(value * factor))
    return {
      value,
      standardError,
      low: 0,
      high: null,
      reason:
        "the standard error is so large compared with the value that no upper end can be given"
    };
  return {
    value,
    standardError,
    low: value / factor,
    high: value * factor,
    ...(bias === undefined ? {} : {bias})
  };
}

/** A number as a sentence has it: two digits, whole from 10 on. */
export function plainly(value: number): string {
  const rounded = Number(value.toPrecision(2));
  if (rounded >= 1e7 || (rounded !== 0 && Math.abs(rounded) < 1e-4)) return rounded.toExponential();
  return rounded.toLocaleString("en", {maximumFractionDigits: 10});
}
