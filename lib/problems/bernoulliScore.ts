import {numberIn} from "../check.js";

/** Moments of the score of a Bernoulli model, under a truth that need not belong to θ. */
export interface ScoreMoments {
  /** E s_θ. */
  mean: number;
  /** E s_θ². */
  second: number;
  /** Var s_θ: G. */
  variance: number;
  /** −E ∂²log p_θ: H. */
  curvature: number;
}

/**
 * For one binary observation with log-odds θ in the model and θ₀ in truth, p(t) = 1/(1 + e^{−t}),
 *
 *     s_θ(y) = y − p(θ),   −∂²log p_θ = p(θ)(1 − p(θ))
 *
 * each moment a sum over y = 0, 1. At θ = θ₀ the mean is 0 and the other three agree (Fisher,
 * Lemma 3.2); elsewhere they do not.
 *
 * @throws RangeError where |θ| or |θ₀| > 30.
 * @example bernoulliScore(0, 0); // mean 0, second = variance = curvature = ¼
 */
export function bernoulliScore(theta: number, truth: number): ScoreMoments {
  const inside = (x: number) => x >= -30 && x <= 30;
  const p = 1 / (1 + Math.exp(-numberIn("theta", theta, "[−30, 30]", inside)));
  const q = 1 / (1 + Math.exp(-numberIn("truth", truth, "[−30, 30]", inside)));
  const mean = q * (1 - p) + (1 - q) * -p;
  const second = q * (1 - p) ** 2 + (1 - q) * p ** 2;
  return {mean, second, variance: second - mean * mean, curvature: p * (1 - p)};
}
