import type {Dense} from "./dense.js";

/**
 * Adds products of two rows of `a` with two of `b`, which begin at aᵤ and bᵥ, to the four sums in `sums`
 *
 *     sums[2u + v] += Σₖ a[aᵤ + k] b[bᵥ + k],   k in [first, last), ascending
 *
 * Each sum runs in its own order, and four abreast need not wait for one another. Where one row is wanted, it is
 * given twice.
 */
export function addDots(
  sums: Float64Array,
  a: Dense,
  a0: number,
  a1: number,
  b: Dense,
  b0: number,
  b1: number,
  first: number,
  last: number
): void {
  let p = sums[0];
  let q = sums[1];
  let r = sums[2];
  let s = sums[3];
  for (let k = first; k < last; k++) {
    const w = a[a0 + k];
    const x = a[a1 + k];
    const y = b[b0 + k];
    const z = b[b1 + k];
    p += w * y;
    q += w * z;
    r += x * y;
    s += x * z;
  }
  sums[0] = p;
  sums[1] = q;
  sums[2] = r;
  sums[3] = s;
}
