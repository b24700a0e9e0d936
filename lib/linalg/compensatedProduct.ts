import type {Dense} from "./dense.js";

/** Veltkamp's constant 2²⁷ + 1: splits a double into two halves whose products are exact. */
const SPLITTER = 134217729;

/**
 * A·B for square matrices of order n, accumulated in twice the working precision and then rounded,
 * so that an entry that cancels is still right to about ε relative to itself.
 *
 * Method: error-free products and sums (Dekker 1971; Ogita, Rump and Oishi 2005, algorithm Dot2),
 * with the halves of every factor split once.
 */
export function compensatedProduct(a: Dense, b: Dense, n: number): Dense {
  const out = new Float64Array(n * n);
  const carry = new Float64Array(n);
  const high = new Float64Array(n * n);
  for (let i = 0; i < n * n; i++) high[i] = upperHalf(b[i]);
  for (let i = 0; i < n; i++) {
    const row = out.subarray(i * n, (i + 1) * n);
    carry.fill(0);
    for (let k = 0; k < n; k++) {
      const x = a[i * n + k];
      if (x === 0) continue;
      const xHigh = upperHalf(x);
      const xLow = x - xHigh;
      for (let j = 0, kj = k * n; j < n; j++, kj++) {
        const y = b[kj];
        const yHigh = high[kj];
        const yLow = y - yHigh;
        const product = x * y;
        const lost = xHigh * yHigh - product + xHigh * yLow + xLow * yHigh + xLow * yLow;
        const before = row[j];
        const sum = before + product;
        const part = sum - before;
        carry[j] += before - (sum - part) + (product - part) + lost;
        row[j] = sum;
      }
    }
    for (let j = 0; j < n; j++) row[j] += carry[j];
  }
  return out;
}

function upperHalf(x: number): number {
  const c = SPLITTER * x;
  return c - (c - x);
}
