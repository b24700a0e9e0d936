import {integer, positive} from "../check.js";
import {pow} from "./pow.js";

/**
 * `count` numbers in equal ratios from `start` to `stop`, both included and exact:
 * start·(stop/start)^(i/(count−1)), to 3 ulp.
 *
 * @throws RangeError where an end is not a finite number above zero, or count is not an integer ≥ 2
 * @example geomspace(1, 100, 3) // [1, 10, 100]
 */
export function geomspace(start: number, stop: number, count: number): number[] {
  positive("start", start);
  positive("stop", stop);
  integer("count", count, 2);
  const ratio = stop / start;
  return Array.from({length: count}, (_, i) =>
    i === count - 1 ? stop : start * pow(ratio, i / (count - 1))
  );
}
