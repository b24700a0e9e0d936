import {numberIn, positive, UnstableError} from "../check.js";
import {erf} from "../statistics/erf.js";

export interface KramersArguments {
  /** k_a > 0, the curvature in the well, from the minimum a to the midpoint l. */
  curvatureMin: number;
  /** |k_b| > 0, the curvature at the barrier top b, from l to b. */
  curvatureBarrier: number;
  /** ΔL = L(b) − L(a) > 0. */
  barrier: number;
  /** λ in (0, 2/k_a). */
  learningRate: number;
  /** S ≥ 1: the noise of one gradient has covariance |k(w)|/S. */
  batchSize: number;
  /** l = (L(l) − L(a))/ΔL in [0, 1]: the share of the barrier that is climbed with curvature k_a. */
  split: number;
  /** Rate per unit of flow time λ·updates (default, as printed) or per update, which is λ times it. */
  per?: "flow time" | "update";
}

/**
 * Approximate rate of escape of one-dimensional SGD from a well over one barrier
 *
 *     γ = J/P = |k_b|/(2π) √((2 − λk_a)/2) / erf(√(S(2 − λk_a)ΔL/(λk_a)))
 *             · exp[−(2SΔL/λ) (l(1 − λk_a/2)/k_a + (1 − l)/|k_b|)]
 *
 * from the two approximations that finite-rate makes, with temperatures T_a = λk_a/(S(2 − λk_a)),
 * T_b = λ|k_b|/(2S) and well variance Σ_a = T_a/k_a:
 *
 *     P = P(a) ∫ exp(−w²/(2Σ_a)) dw over |w| < √(2ΔL/k_a)
 *     J = P(a) T_b exp(−lΔL/T_a − (1−l)ΔL/T_b) / ∫ exp(−|k_b|v²/(2T_b)) dv
 *
 * It differs from the printed Theorem 9, (23) = (71), in the prefactor, which there is
 * √(2/(2 − λk_a)) · erf(…), the reciprocal: P multiplied where J is to be divided by it. The steps
 * that lead there: (22) is the reciprocal of a rate; (66) has the argument of erf that belongs to
 * the half-width √(2ΔL/k) of a parabola, not to its limits √(ΔL/k); (69) runs a full Gaussian, so
 * the path must end beyond b; and (70) has lost the 𝒟_b = T_b of (69). Both forms tend to (24) as
 * λk_a → 0 and S/λ → ∞. The unit of time: 𝒟_b = T_b, as (69) says, belongs to a drift −∇L, that is,
 * to flow time, of which one update takes λ; the J of (21), with drift −λ∇L, has 𝒟_b = λT_b and
 * counts updates.
 *
 * As the source remarks, the corrections are not precise: the discreteness of the steps is accounted
 * for in the well alone. On the barrier, where the recursion w ← (1 + λ|k_b|)w expands, it lowers the temperature to
 * T_b/(1 + λ|k_b|/2), as it raises T_a; without that the rate is too large by about
 * exp(SΔL(1 − l)) at small λ. `discreteExit` gives the exact rate.
 *
 * @throws UnstableError when λk_a ≥ 2. @throws RangeError on arguments outside the ranges above.
 * @example
 * kramersRate({curvatureMin: 1, curvatureBarrier: 1, barrier: 1, learningRate: 0.1, batchSize: 1,
 *   split: 0.5}); // 0.159 · 0.975 · e^{−19.5} = 5.3e-10
 */
export function kramersRate(options: KramersArguments): number {
  const {ka, kb, barrier, lambda, batchSize, split} = check(options);
  if (!(lambda * ka < 2))
    throw new UnstableError(
      `learningRate must lie in (0, 2/curvatureMin) = (0, ${2 / ka}); got ${lambda}`
    );
  const stiffness = 2 - lambda * ka;
  const inside = erf(Math.sqrt((batchSize * stiffness * barrier) / (lambda * ka)));
  const exponent =
    ((2 * batchSize * barrier) / lambda) * ((split * (stiffness / 2)) / ka + (1 - split) / kb);
  const rate = ((kb / (2 * Math.PI)) * Math.sqrt(stiffness / 2) * Math.exp(-exponent)) / inside;
  return options.per === "update" ? lambda * rate : rate;
}

/**
 * The rate as finite-rate, Theorem 9, (23) = (71) prints it: √(2/(2 − λk_a)) · erf(…) in place of its
 * reciprocal. For comparison; arguments and errors as for `kramersRate`.
 */
export function printedKramersRate(options: KramersArguments): number {
  const {ka, barrier, lambda, batchSize} = check(options);
  const stiffness = 2 - lambda * ka;
  const rate = kramersRate(options);
  const inside = erf(Math.sqrt((batchSize * stiffness * barrier) / (lambda * ka)));
  return (rate * inside * inside * 2) / stiffness;
}

/**
 * Kramers' rate in the continuous-time limit, finite-rate eq. (24) (Xie et al. 2021)
 *
 *     γ_c = |k_b|/(2π) exp[−(2SΔL/λ) (l/k_a + (1 − l)/|k_b|)]
 *
 * for dw = −L′ ds + √(λ|k|/S) dW and S ΔL/λ ≫ |k|; arguments as for `kramersRate`, any λ > 0. The
 * noise has a step where the curvature has, and the current is −PL′ − T P′, with T outside the
 * derivative as in (21). SGD draws its noise where it stands: the current is −PL′ − (TP)′, and k_a
 * stands in front in place of |k_b|.
 */
export function continuousKramersRate(options: KramersArguments): number {
  const {ka, kb, barrier, lambda, batchSize, split} = check(options);
  const exponent = ((2 * batchSize * barrier) / lambda) * (split / ka + (1 - split) / kb);
  const rate = (kb / (2 * Math.PI)) * Math.exp(-exponent);
  return options.per === "update" ? lambda * rate : rate;
}

function check(options: KramersArguments) {
  const {per = "flow time"} = options;
  if (per !== "flow time" && per !== "update")
    throw new RangeError(`per must be "flow time" or "update"; got ${per}`);
  return {
    ka: positive("curvatureMin", options.curvatureMin),
    kb: positive("curvatureBarrier", options.curvatureBarrier),
    barrier: positive("barrier", options.barrier),
    lambda: positive("learningRate", options.learningRate),
    batchSize: numberIn("batchSize", options.batchSize, "[1, ∞)", x => x >= 1),
    split: numberIn("split", options.split, "[0, 1]", x => x >= 0 && x <= 1)
  };
}
