import {numberIn} from "../check.js";
import {exp} from "./exp.js";

/** Terms of the series that reach 2⁻⁵⁵ of the first for |x| ≤ ½. */
const terms = 16;

/**
 * eˣ − 1 in float64 without cancellation near zero, with error below 4 ulp and the same bits on every engine.
 *
 * Method: Taylor's series for |x| ≤ ½, summed from its smallest term, and the exponential beyond.
 *
 * @throws RangeError where x is not a finite number
 * @example expm1(1e-20) // 1e-20
 */
export function expm1(x: number): number {
  numberIn("x", x, "(−∞, ∞)", () => true);
  if (Math.abs(x) > 0.5) return exp(x) - 1;
  let sum = 0;
  for (let k = terms; k > 1; k--) sum = (x / k) * (1 + sum);
  return x * (1 + sum);
}
