import {numberIn} from "../check.js";

/** The order p of errors e(s) = s^p(c₀ + c₁s^q + c₂s^{2q} + …) as s → 0. */
export interface ConvergenceOrder {
  /** log₂ of each ratio of neighbouring errors. */
  readonly slopes: readonly number[];
  /** The slope extrapolated to s = 0. */
  readonly order: number;
  /** How much neighbouring levels of the extrapolation differ from it: half the interval's width. */
  readonly uncertainty: number;
}

/**
 * Richardson's slope: errors at s, s/2, s/4, … of a method whose error is a power series.
 *
 * The slopes log₂(eₖ/eₖ₊₁) approach p as a power series in s^q, from which Romberg's table removes one
 * power after the other. A slope and its interval without sampling error, for errors known to an absolute
 * `precision` (default 0).
 *
 * @throws RangeError on fewer than 3 errors, or where they change sign or vanish.
 * @example convergenceOrder([0.1, 0.05, 0.025]).order // 1
 */
export function convergenceOrder(
  errors: readonly number[],
  {power = 1, precision = 0}: {power?: number; precision?: number} = {}
): ConvergenceOrder {
  if (errors.length < 3) throw new RangeError(`errors must be 3 at least; got ${errors.length}`);
  numberIn("power", power, "(0, ∞)", q => q > 0);
  const slopes = errors.slice(1).map((e, k) => {
    const ratio = errors[k] / e;
    if (!(ratio > 0) || !Number.isFinite(ratio))
      throw new RangeError(`errors must keep their sign; got ${errors[k]} before ${e}`);
    return Math.log2(ratio);
  });
  let level = slopes;
  const lasts = [slopes[slopes.length - 1]];
  for (let k = 1; level.length > 1; k++) {
    const weight = 2 ** (power * k);
    level = level.slice(1).map((fine, i) => (weight * fine - level[i]) / (weight - 1));
    lasts.push(level[level.length - 1]);
  }
  // The first levels are coarse, the last ones amplify rounding: take the steadiest in between. Its own
  // change is too small an error where it is so by chance: count the level before as well.
  const changes = lasts.slice(1).map((x, k) => Math.abs(x - lasts[k]));
  const spread = (k: number) => Math.max(changes[k], changes[k + 1] ?? 0);
  const rounding = (2 * precision) / (Math.LN2 * Math.abs(errors[errors.length - 1]));
  let best = 0;
  for (let k = 1; k < changes.length; k++) if (spread(k) < spread(best)) best = k;
  return {
    slopes,
    order: lasts[best + 1],
    uncertainty: Math.max(spread(best), changes[best - 1] ?? 0, rounding)
  };
}
