import {apply, multiply, type Square} from "./arrays.js";

/** q + Mq + M²q + … over 2, 4, 8, … terms; null where it does not converge. */
export function accumulated(M: Square, q: readonly number[]): number[] | null {
  let [power, sum] = [M, [...q]];
  for (let i = 0; i < 50; i++) {
    const more = apply(power, sum);
    sum = sum.map((x, j) => x + more[j]);
    const size = Math.hypot(...sum);
    if (!(size < 1e9)) return null;
    if (Math.hypot(...more) <= 1e-16 * size) return sum;
    power = multiply(power, power);
  }
  return null;
}
