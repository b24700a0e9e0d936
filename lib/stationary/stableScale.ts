import {numberIn, positive} from "../check.js";
import {expm1} from "../elementary/expm1.js";
import {log1p} from "../elementary/log1p.js";
import {pow} from "../elementary/pow.js";
import {sumLessProduct} from "../elementary/sumLessProduct.js";

export interface StableScaleOptions {
  /** h > 0. */
  readonly curvature: number;
  /** η in (0, 2/h). */
  readonly learningRate: number;
  /** α in (0, 2]: E e^{itξ} = e^{−|ct|^α}. */
  readonly alpha: number;
  /** c, the scale of one update's gradient noise; default 1. */
  readonly noiseScale?: number;
}

/**
 * Scale s of the stationary law of θ ← (1 − ηh)θ + ηξ under symmetric α-stable noise
 *
 *     E e^{itθ} = e^{−|st|^α},   s = ηc / (1 − |1 − ηh|^α)^{1/α}
 *
 * the sum over the past Σₖ ηc|1 − ηh|^k of stable laws, exact for every stable rate. At α = 2 the law
 * is normal with variance 2s². As ηh → 0, s → c (η^{α−1}/(αh))^{1/α}: the width shrinks like
 * η^{1−1/α}, not like η^{1/2}. Source: notes, section 2.3.
 *
 * @throws RangeError on an argument out of range
 * @example stableScale({curvature: 1, learningRate: 1, alpha: 1.5}) // 1
 */
export function stableScale({
  curvature,
  learningRate,
  alpha,
  noiseScale = 1
}: StableScaleOptions): number {
  positive("curvature", curvature);
  positive("noiseScale", noiseScale);
  const limit = 2 / curvature;
  numberIn(
    "learningRate",
    learningRate,
    `(0, 2/curvature) = (0, ${limit})`,
    x => x > 0 && x < limit
  );
  numberIn("alpha", alpha, "(0, 2]", a => a > 0 && a <= 2);
  const lost = Math.min(learningRate * curvature, sumLessProduct(2, 0, learningRate, curvature));
  const forgotten = lost === 1 ? 1 : -expm1(alpha * log1p(-lost));
  return (learningRate * noiseScale) / pow(forgotten, 1 / alpha);
}
