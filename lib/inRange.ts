import {Matrix} from "ml-matrix";
import {rowsOf} from "./rowsOf.js";

/**
 * `result`, a number, a matrix or its entries, where it is finite; `name` says what it is, e.g. "the
 * covariance".
 *
 * @throws RangeError where finite arguments have a result that is not
 */
export function inRange<Result extends number | Matrix | Float64Array>(
  name: string,
  result: Result
): Result {
  if (!allFinite(result)) throw new RangeError(`${name} exceeds the range of float64`);
  return result;
}

/** Whether a number, or every entry, is finite. */
export function allFinite(result: number | Matrix | Float64Array): boolean {
  if (typeof result === "number") return Number.isFinite(result);
  return Matrix.isMatrix(result)
    ? rowsOf(result as Matrix).every(row => areFinite(row))
    : areFinite(result as Float64Array);
}

/** Zero times what is not finite is no number, and stays none in a sum. */
function areFinite(entries: ArrayLike<number>): boolean {
  const n = entries.length;
  // Four sums, since each addition waits for the one before.
  let [a, b, c, d] = [0, 0, 0, 0];
  let j = 0;
  for (; j + 4 <= n; j += 4) {
    a += 0 * entries[j];
    b += 0 * entries[j + 1];
    c += 0 * entries[j + 2];
    d += 0 * entries[j + 3];
  }
  for (; j < n; j++) a += 0 * entries[j];
  return a + b + c + d === 0;
}
