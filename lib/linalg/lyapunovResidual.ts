import {type Compensated, exact} from "./compensatedProduct.js";
import {type Dense, transpose} from "./dense.js";

/** A·B for square matrices of order n in more than the working precision. */
export type Product = (a: Dense, b: Compensated, n: number) => Compensated;

/** Q − AX − XAᵀ for symmetric X, as accurate as the product before its rounding. */
export function continuousResidual(
  a: Dense,
  x: Dense,
  q: Dense,
  n: number,
  product: Product
): Dense {
  const {high, low} = product(a, exact(x), n);
  const out = new Float64Array(n * n);
  for (let i = 0, at = 0; i < n; i++)
    for (let j = 0, mirrored = i; j < n; j++, at++, mirrored += n)
      out[at] = sum(q[at], -high[at], -high[mirrored], -low[at], -low[mirrored]);
  return out;
}

/** Q − X + AXAᵀ for symmetric X, as accurate. */
export function discreteResidual(a: Dense, x: Dense, q: Dense, n: number, product: Product): Dense {
  const {high, low} = product(a, exact(x), n);
  const both = product(a, {high: transpose(high, n), low: transpose(low, n)}, n);
  return q.map((value, at) => sum(value, -x[at], both.high[at], both.low[at], 0));
}

/** A sum with one rounding of its own, in twice the working precision. */
function sum(a: number, b: number, c: number, d: number, e: number): number {
  const two = a + b;
  const three = two + c;
  const four = three + d;
  const five = four + e;
  return (
    five + (lost(a, b, two) + lost(two, c, three) + lost(three, d, four) + lost(four, e, five))
  );
}

/** What rounding loses of a + b (Knuth). */
function lost(a: number, b: number, rounded: number): number {
  const part = rounded - a;
  return a - (rounded - part) + (b - part);
}
