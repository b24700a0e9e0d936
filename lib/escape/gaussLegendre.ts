import {integer} from "../check.js";
import {cos} from "../elementary/cos.js";

/**
 * Nodes (ascending) and weights of n-point Gauss–Legendre quadrature on (from, to), exact for polynomials of degree
 * below 2n; by Newton's method on Pₙ, O(n²). Source: DLMF 3.5.15.
 *
 * @throws RangeError unless n is a positive integer.
 * @example
 * gaussLegendre(2, -1, 1); // points ∓1/√3, weights 1
 */
export function gaussLegendre(
  n: number,
  from: number,
  to: number
): {points: number[]; weights: number[]} {
  integer("n", n, 1);
  const points: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < n; i++) {
    let x = -cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let derivative = 1;
    for (let iteration = 0; iteration < 10; iteration++) {
      let previous = 1;
      let value = x;
      for (let k = 2; k <= n; k++)
        [previous, value] = [value, ((2 * k - 1) * x * value - (k - 1) * previous) / k];
      derivative = (n * (x * value - previous)) / (x * x - 1);
      const step = value / derivative;
      x -= step;
      if (Math.abs(step) < 1e-16) break;
    }
    points.push(from + ((to - from) * (x + 1)) / 2);
    weights.push((to - from) / ((1 - x * x) * derivative * derivative));
  }
  return {points, weights};
}
