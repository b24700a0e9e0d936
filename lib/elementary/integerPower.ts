import {integer} from "../check.js";

/**
 * xⁿ, n an integer ≥ 0, by repeated squaring: exact where every product is, as of integers below 2⁵³, and the
 * same bits on every engine.
 *
 * @throws RangeError unless n is an integer ≥ 0
 * @example integerPower(10, 3) // 1000
 */
export function integerPower(x: number, n: number): number {
  let left = integer("n", n, 0);
  let power = 1;
  for (let base = x; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) power *= base;
    base *= base;
  }
  return power;
}
