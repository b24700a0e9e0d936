import {twoProduct, twoSum} from "./pair.js";

const view = new DataView(new ArrayBuffer(8));

/**
 * a·b + c rounded once, as the fused multiply-add of a processor.
 *
 * For operands and products within 2^±900, where nothing below overflows or underflows.
 * Method: error-free product and sums, the last but one rounded to odd (Boldo and Melquiond 2008).
 *
 * @example fma(0.1, 10, -1) // 5.551115123125783e-17
 */
export function fma(a: number, b: number, c: number): number {
  const u = twoProduct(a, b);
  const t = twoSum(c, u.low);
  const v = twoSum(u.high, t.high);
  const z = twoSum(t.low, v.low);
  return v.high + towardsOdd(z.high, z.low);
}

/** high + low, low ≠ 0 being less than half a unit of high's last place, rounded to odd. */
function towardsOdd(high: number, low: number): number {
  view.setFloat64(0, high);
  const last = view.getInt32(4);
  if (low === 0 || last & 1) return high;
  const bits = view.getBigInt64(0);
  view.setBigInt64(0, low > 0 === high > 0 ? bits + 1n : bits - 1n);
  return view.getFloat64(0);
}
