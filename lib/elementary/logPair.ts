import {highWord, withHighWord} from "./bits.js";
import {add, divide, multiply, type Pair, twoSum} from "./pair.js";

const LN2: Pair = {high: Math.LN2, low: 2.3190468138462996e-17};
const THIRD: Pair = {high: 0.3333333333333333, low: 1.850371707708594e-17};
const FIFTH: Pair = {high: 0.2, low: -1.1102230246251566e-17};

/**
 * log x to about 75 bits, for finite x > 0: `high` is the float64 nearest to it, but for one x in 10⁶.
 *
 * Method: k ln 2 + 2 artanh((m − 1)/(m + 1)), x = 2ᵏm; the first three terms of artanh as pairs.
 */
export function logPair(x: number): Pair {
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
