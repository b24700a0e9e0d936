import {numberIn, positive} from "../check.js";
import {normalCdf} from "./normal.js";

/**
 * The probability that independent Gaussian estimates all lie within a relative distance of what they
 * are compared with
 *
 *     Π P(|bias + error·Z| ≤ tolerance)
 *
 * `bias` and `error`, the mean and the standard deviation of (estimate − benchmark)/benchmark.
 *
 * @throws RangeError unless tolerance and every error are positive.
 * @example probabilityWithin(0.01, [{bias: 0, error: 0.01}]) // 0.6827
 */
export function probabilityWithin(
  tolerance: number,
  estimates: readonly {readonly bias: number; readonly error: number}[]
): number {
  positive("tolerance", tolerance);
  let probability = 1;
  for (const [k, {bias, error}] of estimates.entries()) {
    numberIn(`estimates[${k}].bias`, bias, "(−∞, ∞)", Number.isFinite);
    positive(`estimates[${k}].error`, error);
    const above = normalCdf((-tolerance - bias) / error);
    const below = normalCdf((bias - tolerance) / error);
    probability *= Math.max(0, 1 - above - below);
  }
  return probability;
}
