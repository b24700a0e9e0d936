/**
 * B(x) = x/(eˣ − 1), with B(0) = 1: the weight of exponential fitting.
 *
 * @example bernoulli(-1) - bernoulli(1) // 1: B(−x) = B(x) + x
 */
export function bernoulli(x: number): number {
  return Math.abs(x) < 1e-12 ? 1 - x / 2 : x / Math.expm1(x);
}
