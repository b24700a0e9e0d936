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

function allFinite(result: number | Matrix | Float64Array): boolean {
  if (typeof result === "number") return Number.isFinite(result);
  if (!Matrix.isMatrix(result)) return (result as Float64Array).every(x => Number.isFinite(x));
  return rowsOf(result as Matrix).every(row => {
    for (let j = 0; j < row.length; j++) if (!Number.isFinite(row[j])) return false;
    return true;
  });
}
