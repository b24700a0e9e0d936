import {twoSum} from "../elementary/pair.js";
import {compensatedProduct, exact} from "./compensatedProduct.js";
import {type Dense, transpose} from "./dense.js";

/** Q − AX − XAᵀ for symmetric X, right to about ε² relative to |A||X| before its rounding. */
export function continuousResidual(a: Dense, x: Dense, q: Dense, n: number): Dense {
  const {high, low} = compensatedProduct(a, exact(x), n);
  return q.map((value, index) => {
    const mirrored = (index % n) * n + Math.floor(index / n);
    return sum([value, -high[index], -high[mirrored], -low[index], -low[mirrored]]);
  });
}

/** Q − X + AXAᵀ for symmetric X, as accurate. */
export function discreteResidual(a: Dense, x: Dense, q: Dense, n: number): Dense {
  const {high, low} = compensatedProduct(a, exact(x), n);
  const product = compensatedProduct(a, {high: transpose(high, n), low: transpose(low, n)}, n);
  return q.map((value, index) => sum([value, -x[index], product.high[index], product.low[index]]));
}

/** A sum with one rounding of its own, in twice the working precision. */
function sum(terms: readonly number[]): number {
  let [total, lost] = [0, 0];
  for (const term of terms) {
    const {high, low} = twoSum(total, term);
    total = high;
    lost += low;
  }
  return total + lost;
}
