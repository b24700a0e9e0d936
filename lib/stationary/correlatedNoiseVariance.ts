import {integer, numberIn, positive} from "../check.js";
import {sumLessProduct} from "../elementary/sumLessProduct.js";
import {requireStable} from "./stability.js";

/** Noise of one eigendirection whose values at different steps are correlated. */
export interface CorrelatedNoise {
  /** Variance of what is drawn afresh at every step. */
  readonly fresh: number;
  /** Variance of what lasts, default 0. */
  readonly lasting?: number;
  /** Its correlations r₁, r₂, … from one step to the next ones; beyond the list they are zero. */
  readonly correlations?: readonly number[];
}

/**
 * Stationary variance of θ ← θ − η(hθ + ξ) for ξ of variance W + P whose part P lasts
 *
 *     Σ = η²/(1 − a²) · [W + P (1 + 2 Σₖ rₖ aᵏ)],   a = 1 − ηh,   k ≥ 1
 *
 * `fresh` W and `lasting` P are per update, i.e. already divided by the batch size where that applies.
 * From Σ = η² Σₛ Σₜ aˢ⁺ᵗ γ(s − t) for the autocovariance γ of ξ. Without P: one entry of `sgdCovariance`.
 *
 * @throws UnstableError unless 0 < ηh < 2. @throws RangeError on a negative variance or |rₖ| > 1.
 * @example correlatedNoiseVariance({curvature: 1, learningRate: 1, noise: {fresh: 2}}) // 2
 */
export function correlatedNoiseVariance({
  curvature,
  learningRate,
  noise: {fresh, lasting = 0, correlations = []}
}: {
  curvature: number;
  learningRate: number;
  noise: CorrelatedNoise;
}): number {
  positive("curvature", curvature);
  const room = () => sumLessProduct(2, 0, learningRate, curvature);
  requireStable(learningRate, 2 / curvature, "2/curvature", room);
  numberIn("fresh", fresh, "[0, ∞)", x => x >= 0 && Number.isFinite(x));
  numberIn("lasting", lasting, "[0, ∞)", x => x >= 0 && Number.isFinite(x));
  const a = 1 - learningRate * curvature;
  let power = 1;
  let memory = 1;
  for (const [k, r] of correlations.entries()) {
    power *= a;
    memory += 2 * numberIn(`correlations[${k}]`, r, "[−1, 1]", x => Math.abs(x) <= 1) * power;
  }
  return (learningRate / (curvature * room())) * (fresh + lasting * memory);
}

/** rᵏ, k = 1 … as far as a float can tell: of a value that is kept from each step to the next with probability r. */
export function keptWithProbability(r: number): number[] {
  numberIn("r", r, "[0, 1)", x => x >= 0 && x < 1);
  const out: number[] = [];
  for (let x = r; x > 1e-18; x *= r) out.push(x);
  return out;
}

/** 1 − k/L, k = 1 … L−1: of batches whose samples each stay for L steps. */
export function reusedFor(uses: number): number[] {
  integer("uses", uses, 1);
  return Array.from({length: uses - 1}, (_, k) => 1 - (k + 1) / uses);
}
