import {integer, numberIn} from "../check.js";

/**
 * `count` numbers in equal steps from `start` to `stop`, both included and exact.
 *
 * @throws RangeError where an end is not finite or count is not an integer ≥ 2
 * @example linspace(0, 1, 5) // [0, 0.25, 0.5, 0.75, 1]
 */
export function linspace(start: number, stop: number, count: number): number[] {
  numberIn("start", start, "(−∞, ∞)", () => true);
  numberIn("stop", stop, "(−∞, ∞)", () => true);
  integer("count", count, 2);
  const step = (stop - start) / (count - 1);
  return Array.from({length: count}, (_, i) => (i === count - 1 ? stop : i * step + start));
}
