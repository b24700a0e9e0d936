import {numberIn} from "../check.js";
import {highWord, withHighWord} from "./bits.js";
import {expSum} from "./exp.js";
import {add, divide, multiply, type Pair, twoSum} from "./pair.js";

const LN2: Pair = {high: Math.LN2, low: 2.3190468138462996e-17};
const THIRD: Pair = {high: 0.3333333333333333, low: 1.850371707708594e-17};
const FIFTH: Pair = {high: 0.2, low: -1.1102230246251566e-17};

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
  const estimate = y * logPair(x).high;
  if (estimate > 709.79) return Infinity;
  if (estimate < -745.14) return 0;
  const {high, low} = multiply({high: y, low: 0}, logPair(x));
  return expSum(high, low);
}

/** log x = k ln 2 + 2 artanh((m − 1)/(m + 1)), x = 2ᵏm; the first three terms of artanh as pairs. */
function logPair(x: number): Pair {
  const subnormal = x < 2.2250738585072014e-308;
  const y = subnormal ? x * 18014398509481984 : x;
  const word = highWord(y);
  const fraction = word & 0xfffff;
  const carry = (fraction + 0x95f64) & 0x100000;
  const k = (word >> 20) - 1023 + (carry >> 20) - (subnormal ? 54 : 0);
  const m = withHighWord(y, fraction | (carry ^ 0x3ff00000));
  const s = divide(m - 1, twoSum(m, 1));
  const z = multiply(s, s);
  let rest = 0;
  for (let n = 29; n >= 7; n -= 2) rest = 1 / n + z.high * rest;
  let series = add(FIFTH, {high: z.high * rest, low: 0});
  series = add(THIRD, multiply(z, series));
  series = add({high: 1, low: 0}, multiply(z, series));
  const artanh = multiply(s, series);
  const doubled = {high: 2 * artanh.high, low: 2 * artanh.low};
  return add(multiply({high: k, low: 0}, LN2), doubled);
}
