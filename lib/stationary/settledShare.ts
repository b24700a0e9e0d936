import {integer, numberIn} from "../check.js";
import {integerPower} from "../elementary/integerPower.js";

/**
 * How much of its stationary value the second moment xᵢxⱼ of a recursion that starts at zero has reached
 *
 *     xᵢ(t+1) = aᵢxᵢ(t) + noise,   E xᵢxⱼ(T)/Σᵢⱼ = 1 − rᵀ,   r = aᵢaⱼ
 *
 * after T steps or, with `burnIn` B, on average over the steps B+1 … T. `decay` is r. Exact for white
 * noise of any law.
 *
 * @throws RangeError unless |r| < 1, T is an integer ≥ 1 and B one in [0, T−1]
 * @example
 * settledShare({decay: 0.25, steps: 2}); // 0.9375
 */
export function settledShare({
  decay,
  steps,
  burnIn
}: {
  readonly decay: number;
  readonly steps: number;
  readonly burnIn?: number;
}): number {
  const r = numberIn("decay", decay, "(−1, 1)", x => x > -1 && x < 1);
  integer("steps", steps, 1);
  if (burnIn === undefined) return 1 - integerPower(r, steps);
  const n = steps - integer("burnIn", burnIn, 0, steps - 1);
  return 1 - (integerPower(r, burnIn + 1) * (1 - integerPower(r, n))) / (n * (1 - r));
}
