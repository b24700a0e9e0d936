import {type Pair, twoProduct, twoSum} from "./pair.js";

/** Beyond it, `twoProduct` would overflow on its way. */
const largest = 2 ** 900;

/**
 * a + b − xy, right to a few ε relative to itself however much of it cancels; beyond 2⁹⁰⁰, where the
 * product's rounding cannot be had, as plain arithmetic has it.
 *
 * @example sumLessProduct(1, 0, 0.1, 10) // -5.551115123125783e-17
 */
export function sumLessProduct(a: number, b: number, x: number, y: number): number {
  const sum = twoSum(a, b);
  const product = productOf(x, y);
  return sum.high - product.high + (sum.low - product.low);
}

/** xy as a pair, its low part 0 where it cannot be had. */
export const productOf = (x: number, y: number): Pair =>
  Math.abs(x) < largest && Math.abs(y) < largest ? twoProduct(x, y) : {high: x * y, low: 0};
