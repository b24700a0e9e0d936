import {numberIn} from "../check.js";
import {highWord, withHighWord} from "./bits.js";

/** ln 2 in two parts, the first of 33 bits, so that its integer multiples are exact. */
export const LN2_HI = 0.6931471803691238;
export const LN2_LO = 1.9082149292705877e-10;
/** Coefficients of (log(1+f) − log(1−f))/f − 2 in s² on |s| ≤ 0.1716, s = f/(2+f): fdlibm's minimax. */
export const LOG_SERIES = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784,
  0.1818357216161805, 0.15313837699209373, 0.14798198605116586
] as const;
const [L1, L2, L3, L4, L5, L6, L7] = LOG_SERIES;

/**
 * The natural logarithm in float64, with error below 1 ulp and the same bits on every engine.
 *
 * Method: x = 2ᵏ(1 + f) with √½ < 1 + f ≤ √2, log(1 + f) = f − (f²/2 − s(f²/2 + R(s²))),
 * s = f/(2 + f), as in fdlibm (Sun Microsystems, 1993).
 *
 * @throws RangeError where x is not a finite number above zero
 * @example log(10) // 2.302585092994046
 */
export function log(x: number): number {
  numberIn("x", x, "(0, ∞)", v => v > 0);
  const subnormal = x < 2.2250738585072014e-308;
  const y = subnormal ? x * 18014398509481984 : x;
  const word = highWord(y);
  const fraction = word & 0xfffff;
  const carry = (fraction + 0x95f64) & 0x100000;
  const k = (word >> 20) - 1023 + (carry >> 20) - (subnormal ? 54 : 0);
  return logOf(k, withHighWord(y, fraction | (carry ^ 0x3ff00000)) - 1, 0);
}

/** k ln 2 + log(1 + f) + rest, for f in [√½ − 1, √2 − 1] and a rest below the last place of the sum. */
export function logOf(k: number, f: number, rest: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const R = z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
  const half = 0.5 * f * f;
  return k * LN2_HI - (half - (s * (half + R) + (k * LN2_LO + rest)) - f);
}
