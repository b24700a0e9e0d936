import {numberIn, positive} from "../check.js";
import {sumLessProduct} from "../elementary/sumLessProduct.js";

export interface ColouredNoiseOptions {
  /** h > 0. */
  readonly curvature: number;
  /** η in (0, 2/h). */
  readonly learningRate: number;
  /** γ(k) = E ξₜ ξₜ₊ₖ of one update's gradient noise, for k = 0, 1, … */
  readonly autocovariance: (lag: number) => number;
}

/**
 * Stationary variance of θ ← (1 − ηh)θ + ηξ under stationary noise with a memory
 *
 *     V = η²/(1 − a²) · [γ(0) + 2 Σ_{k≥1} aᵏ γ(k)],   a = 1 − ηh
 *
 * exact for noise of any law, summed until |a|ᵏ < 10⁻¹⁷. White noise: ηγ(0)/(h(2 − ηh)). For
 * γ(k) = σ²φᵏ the bracket is σ²(1 + aφ)/(1 − aφ). As ηh → 0 with Σγ finite, V → (η/2h) Σ_{k∈ℤ} γ(k):
 * only the sum of the correlations matters; where it diverges V is of another order in η.
 * Source: notes, section 2.3 (no auto-correlation).
 *
 * @throws RangeError on an argument out of range
 * @example colouredNoiseVariance({curvature: 1, learningRate: 1, autocovariance: () => 1}) // 1
 */
export function colouredNoiseVariance({
  curvature,
  learningRate,
  autocovariance
}: ColouredNoiseOptions): number {
  positive("curvature", curvature);
  const limit = 2 / curvature;
  numberIn(
    "learningRate",
    learningRate,
    `(0, 2/curvature) = (0, ${limit})`,
    x => x > 0 && x < limit
  );
  const x = learningRate * curvature;
  const a = 1 - x;
  let sum = autocovariance(0);
  for (let k = 1, power = a; Math.abs(power) > 1e-17; k++, power *= a)
    sum += 2 * power * autocovariance(k);
  return (learningRate * sum) / (curvature * sumLessProduct(2, 0, learningRate, curvature));
}
