import {exponentOf, scale} from "./bits.js";

/**
 * √(x₁² + x₂² + …) in float64, with the same bits on every engine; no square overflows or vanishes.
 *
 * Relative error below n ulp for n numbers. Infinity where one is infinite, NaN where one is NaN.
 *
 * @example hypot(3, 4) // 5
 */
export function hypot(...values: readonly number[]): number {
  let largest = 0;
  for (const x of values) largest = Math.max(largest, Math.abs(x));
  if (!(largest > 0 && largest < Infinity)) return largest;
  const k = exponentOf(largest);
  let sum = 0;
  for (const x of values) {
    const y = scale(x, -k);
    sum += y * y;
  }
  return scale(Math.sqrt(sum), k);
}
