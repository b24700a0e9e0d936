import {positive} from "../check.js";

export interface BoundedMeanOptions {
  /** N: draws from N(θ, 1), not necessarily a whole number. */
  readonly samples: number;
  /** δ: |θ| ≤ δ. */
  readonly halfWidth: number;
}

export interface BoundedMeanRisk {
  /** Van Trees with the prior cos²(πθ/2δ)/δ, whose information π²/δ² is the least there is. */
  readonly vanTrees: number;
  /** The worst risk of the best linear estimator. */
  readonly linear: number;
}

/**
 * Bounds from below and above for the minimax risk of a mean from N draws of unit variance, the mean
 * known to lie within δ of its centre
 *
 *     1/(N + π²/δ²) ≤ inf sup E(θ̂ − θ)² ≤ 1/(N + 1/δ²)
 *
 * Per coordinate, for a cube in d dimensions. N times either depends on Nδ² alone, tends to 1 for
 * Nδ² → ∞ and to 0 for Nδ² → 0. Source: van Trees 1968, Gill & Levit 1995; Fisher, Theorem 6.8.
 *
 * @throws RangeError unless both arguments are positive
 * @example boundedMeanRisk({samples: 100, halfWidth: 1}).vanTrees; // 0.0091…
 */
export function boundedMeanRisk({samples, halfWidth}: BoundedMeanOptions): BoundedMeanRisk {
  positive("samples", samples);
  positive("halfWidth", halfWidth);
  const square = halfWidth * halfWidth;
  return {
    vanTrees: 1 / (samples + (Math.PI * Math.PI) / square),
    linear: 1 / (samples + 1 / square)
  };
}
