import {integer, numberIn, positive} from "../check.js";

/** What the bound knows of a problem. */
export interface BoundedProblem {
  /** ΔL = L(θ₀) − min L. */
  readonly gap: number;
  /** M, with ‖∇²L‖ ≤ M. */
  readonly smoothness: number;
  /** λmin(F), F the metric with Cov ξ ⪯ F/b. */
  readonly smallest: number;
  /** Tr F. */
  readonly trace: number;
}

export interface StationarityBound {
  /** ΔL/(ηTλmin(F)). */
  readonly transient: number;
  /** (ηM/b) κ_F d_eff = (ηM/b) Tr F/λmin(F). */
  readonly noise: number;
  /** 8 (transient + noise) log(2/δ). */
  readonly total: number;
}

/**
 * High-probability bound on the least squared dual gradient of T constant steps η ≤ 1/(4M)
 *
 *     min_{t<T} ‖∇L(θₜ)‖²_{F⁻¹} ≤ 8 ( ΔL/(ηTλmin(F)) + (ηM/b) κ_F d_eff ) log(2/δ),   probability ≥ 1 − δ
 *
 * for M-smooth L ≥ L(θ⋆) where the iterates are and E exp(vᵀξ) ≤ exp(vᵀFv/(2b)) for all v. No unit:
 * it stays when L → sL (F → s²F, M → sM, η → η/s) and when θ → rθ. Source: Fisher, Theorem 7.3, eq. (45),
 * whose noise term lacks the factor M; the constant 8 is derived on the page on oracle complexity.
 *
 * @throws RangeError unless gap ≥ 0, the rest positive, η ≤ 1/(4M), T and b integers ≥ 1, δ in (0, 1)
 * @example
 * const problem = {gap: 1, smoothness: 1, smallest: 1, trace: 2};
 * stationarityBound(problem, {learningRate: 0.25, batchSize: 1, steps: 100, delta: 0.1}).noise; // 0.5
 */
export function stationarityBound(
  {gap, smoothness: M, smallest, trace}: BoundedProblem,
  options: {learningRate: number; batchSize: number; steps: number; delta: number}
): StationarityBound {
  const {learningRate: eta, batchSize: b, steps: T, delta} = options;
  numberIn("gap", gap, "[0, ∞)", x => x >= 0);
  positive("smoothness", M);
  positive("smallest", smallest);
  positive("trace", trace);
  numberIn("learningRate", eta, `(0, 1/(4M)] = (0, ${1 / (4 * M)}]`, x => x > 0 && 4 * M * x <= 1);
  integer("batchSize", b, 1);
  integer("steps", T, 1);
  numberIn("delta", delta, "(0, 1)", x => x > 0 && x < 1);
  const transient = gap / (eta * T * smallest);
  const noise = (eta * M * trace) / (b * smallest);
  return {transient, noise, total: 8 * (transient + noise) * Math.log(2 / delta)};
}
