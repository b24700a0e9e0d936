import {exponentOf, powerOfTwo} from "../elementary/bits.js";
import type {Compensated} from "./compensatedProduct.js";
import {type Dense, minus, multiply, plus} from "./dense.js";

/** Bits of entries whose products may be summed n at a time without rounding: 22 at n = 300. */
export const leadingBits = (n: number): number => Math.floor((53 - (32 - Math.clz32(n - 1))) / 2);

/**
 * A·B for square matrices of order n as high + low, B given likewise: with b = {@link leadingBits} an entry is right
 * to εn2⁻ᵇ of the largest in A's row times the largest in B's column. Entries are at most 2⁹⁰⁰ in size.
 *
 * Method: rows of A and columns of B are cut at so many leading bits that the product of these is exact; the
 * other products are so much smaller that they may be rounded (Ozaki, Ogita, Oishi and Rump 2012).
 */
export function splitProduct(a: Dense, b: Compensated, n: number): Compensated {
  const left = leading(a, n, true);
  const right = leading(b.high, n, false);
  const high = multiply(left, right, n);
  const low = multiply(left, plus(minus(b.high, right), b.low), n);
  return {high, low: plus(low, multiply(minus(a, left), b.high, n))};
}

/**
 * Whether that leaves an error of ε where what matters is as small as `share` of the largest: at n = 300 down to
 * 10⁻⁴.
 */
export const splitSuffices = (share: number, n: number): boolean =>
  share >= n * powerOfTwo(-leadingBits(n));

/** The entries with so many bits below the largest of their row or column. */
function leading(a: Dense, n: number, ofRows: boolean): Dense {
  const shifts = new Float64Array(n);
  for (let i = 0, at = 0; i < n; i++)
    for (let j = 0; j < n; j++, at++) {
      const k = ofRows ? i : j;
      shifts[k] = Math.max(shifts[k], Math.abs(a[at]));
    }
  const bits = leadingBits(n);
  for (let k = 0; k < n; k++)
    shifts[k] = 1.5 * powerOfTwo(Math.max(-970, exponentOf(shifts[k]) + 1) - bits + 52);
  const out = new Float64Array(n * n);
  for (let i = 0, at = 0; i < n; i++)
    for (let j = 0; j < n; j++, at++) {
      const shift = shifts[ofRows ? i : j];
      out[at] = a[at] + shift - shift;
    }
  return out;
}
