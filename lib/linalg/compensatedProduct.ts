import {exponentOf} from "../elementary/bits.js";
import {type Dense, largestEntry, plus, scaledBy, symmetrize, transpose} from "./dense.js";
import {denseKernel, gathered, intoPanels, spread, strideOf} from "./denseKernel.js";

/** Veltkamp's constant 2²⁷ + 1: splits a double into two halves whose products are exact. */
const SPLITTER = 134217729;

/** high + low, with |low| ≤ ε|high| entry by entry up to cancellation. */
export interface Compensated {
  high: Dense;
  low: Dense;
}

/**
 * A·B for square matrices of order n in twice the working precision, B given as high + low: the sum
 * of the two parts is right to about ε² relative to |A||B|, so that an entry that cancels is still
 * right to about ε relative to itself.
 *
 * Method: error-free products and sums (Dekker 1971; Ogita, Rump and Oishi 2005, algorithm Dot2),
 * with the halves of every factor split once.
 */
export function compensatedProduct(a: Dense, b: Compensated, n: number): Compensated {
  return (n >= 16 ? byKernel(a, b, n) : undefined) ?? plainCompensated(a, b, n);
}

/** By the dense kernel, with the bits of `plainCompensated`. */
function byKernel(a: Dense, {high, low}: Compensated, n: number): Compensated | undefined {
  const stride = strideOf(n);
  const size = n * stride;
  const isExact = low.every(x => x === 0);
  const kernel = denseKernel([size, size, isExact ? 0 : size, size, size, size]);
  if (!kernel) return undefined;
  const [left, right, lower, upper, out, carry] = kernel.places;
  spread(a, left, n, stride);
  intoPanels(high, right, n, n);
  if (!isExact) intoPanels(low, lower, n, n);
  for (let i = 0; i < size; i++) upper[i] = upperHalf(right[i]);
  const [x, y, z, u, v, w] = kernel.at;
  kernel.exports.compensated(x, y, isExact ? 0 : z, u, v, w, n, stride);
  return {high: gathered(out, n, stride), low: gathered(carry, n, stride)};
}

export function plainCompensated(a: Dense, {high: b, low}: Compensated, n: number): Compensated {
  const out = new Float64Array(n * n);
  const carry = new Float64Array(n * n);
  const upper = new Float64Array(n * n);
  for (let i = 0; i < n * n; i++) upper[i] = upperHalf(b[i]);
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let k = 0; k < n; k++) {
      const x = a[row + k];
      if (x === 0) continue;
      const xHigh = upperHalf(x);
      const xLow = x - xHigh;
      for (let j = 0, kj = k * n; j < n; j++, kj++) {
        const y = b[kj];
        const yHigh = upper[kj];
        const yLow = y - yHigh;
        const product = x * y;
        const lost = xHigh * yHigh - product + xHigh * yLow + xLow * yHigh + xLow * yLow;
        const before = out[row + j];
        const sum = before + product;
        const part = sum - before;
        carry[row + j] += before - (sum - part) + (product - part) + lost + x * low[kj];
        out[row + j] = sum;
      }
    }
  }
  return {high: out, low: carry};
}

/** A double-precision matrix as a compensated one. */
export const exact = (high: Dense): Compensated => ({high, low: new Float64Array(high.length)});

/** high + low, rounded. */
export const rounded = ({high, low}: Compensated): Dense => plus(high, low);

function upperHalf(x: number): number {
  const c = SPLITTER * x;
  return c - (c - x);
}

/**
 * VᵀSV for symmetric S, symmetric, each entry right to about ε relative to itself where S and V are taken
 * as they stand: what `intoBasis` loses where entries of V's small directions cancel.
 */
export function compensatedIntoBasis(s: Dense, v: Dense, n: number): Dense {
  const size = exponentOf(largestEntry(s));
  const inner = compensatedProduct(scaledBy(s, -size), exact(v), n);
  const entries = rounded(compensatedProduct(transpose(v, n), inner, n));
  return scaledBy(symmetrize(entries, n), size);
}
