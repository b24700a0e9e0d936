import {numberIn} from "../check.js";
import {expSum} from "./exp.js";
import {logPair} from "./logPair.js";
import {multiply} from "./pair.js";

/**
 * xʸ in float64 for x ≥ 0, with error below 1 ulp and the same bits on every engine.
 *
 * x in [0, ∞), y finite; x = 0 wants y ≥ 0, and 0⁰ = 1. Overflow gives Infinity, underflow 0.
 * Method: log x to about 75 bits as a pair of float64, so that y log x keeps 53 bits after its
 * largest part is taken off by the exponential.
 *
 * @throws RangeError where an argument is outside these ranges
 * @example pow(2, 0.5) // 1.4142135623730951
 */
export function pow(x: number, y: number): number {
  numberIn("x", x, "[0, ∞)", v => v >= 0);
  numberIn("y", y, x === 0 ? "[0, ∞), as x = 0" : "(−∞, ∞)", v => x > 0 || v >= 0);
  if (y === 0 || x === 1) return 1;
  if (x === 0) return 0;
  const logarithm = logPair(x);
  const estimate = y * logarithm.high;
  if (estimate > 709.79) return Infinity;
  if (estimate < -745.14) return 0;
  const {high, low} = multiply({high: y, low: 0}, logarithm);
  return expSum(high, low);
}
