import {positive} from "../check.js";
import {square} from "../elementary/square.js";

/** A well and a barrier top, both parabolas, that meet with one value and one slope. */
export interface QuadraticBarrier {
  /** k_a and |k_b|, both positive. */
  readonly curvatureMin: number;
  readonly curvatureBarrier: number;
  /** ΔL = L(b) − L(a), with the minimum a = 0 and L(a) = 0. */
  readonly barrier: number;
  /** Where the parabolas meet, and the barrier top b. */
  readonly middle: number;
  readonly top: number;
  /** l = |k_b|/(k_a + |k_b|), the share of ΔL that is climbed before the middle. */
  readonly split: number;
  readonly loss: (w: number) => number;
  readonly slope: (w: number) => number;
  /** k_a before the middle, |k_b| after it. */
  readonly steepness: (w: number) => number;
}

/**
 * The path of finite-rate, Theorem 9, with a continuous slope
 *
 *     L(w) = ½ k_a w²  for w < m,   ΔL − ½ |k_b| (w − b)²  for w ≥ m
 *
 * `curvatureMin` k_a, `curvatureBarrier` |k_b| and `barrier` ΔL are positive. A common slope at m leaves no choice of l:
 * k_a m = |k_b|(b − m) gives l = |k_b|/(k_a + |k_b|).
 *
 * @throws RangeError unless all three are positive.
 * @example
 * quadraticBarrier({curvatureMin: 1, curvatureBarrier: 1, barrier: 1}); // m = 1, b = 2, l = ½
 */
export function quadraticBarrier(options: {
  curvatureMin: number;
  curvatureBarrier: number;
  barrier: number;
}): QuadraticBarrier {
  const ka = positive("curvatureMin", options.curvatureMin);
  const kb = positive("curvatureBarrier", options.curvatureBarrier);
  const barrier = positive("barrier", options.barrier);
  const split = kb / (ka + kb);
  const middle = Math.sqrt((2 * split * barrier) / ka);
  const top = middle + Math.sqrt((2 * (1 - split) * barrier) / kb);
  return {
    curvatureMin: ka,
    curvatureBarrier: kb,
    barrier,
    middle,
    top,
    split,
    loss: w => (w < middle ? (ka * w * w) / 2 : barrier - (kb * square(w - top)) / 2),
    slope: w => (w < middle ? ka * w : kb * (top - w)),
    steepness: w => (w < middle ? ka : kb)
  };
}
