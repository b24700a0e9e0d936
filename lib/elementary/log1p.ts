import {numberIn} from "../check.js";
import {highWord, withHighWord} from "./bits.js";
import {logOf} from "./log.js";

/**
 * log(1 + x) in float64 without cancellation near zero, with error below 1 ulp and the same bits on every
 * engine.
 *
 * Method: for 1 + x outside [√½, √2] as `log`, with what 1 + x lost to rounding brought back as its share
 * of 1 + x, as in fdlibm (Sun Microsystems, 1993).
 *
 * @throws RangeError where x is not a finite number above −1
 * @example log1p(1e-20) // 1e-20
 */
export function log1p(x: number): number {
  numberIn("x", x, "(−1, ∞)", v => v > -1);
  if (x > -0.2928932188134524 && x < 0.4142135623730951) return logOf(0, x, 0);
  const u = 1 + x;
  const word = highWord(u);
  const fraction = word & 0xfffff;
  const carry = (fraction + 0x95f64) & 0x100000;
  const k = (word >> 20) - 1023 + (carry >> 20);
  const lost = x > u / 2 ? 1 - (u - x) : x - (u - 1);
  return logOf(k, withHighWord(u, fraction | (carry ^ 0x3ff00000)) - 1, lost / u);
}
