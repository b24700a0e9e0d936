import {describe, numberIn, optionsOf, positive, UnstableError} from "../check.js";
import {sumLessProduct} from "../elementary/sumLessProduct.js";
import {inRange} from "../inRange.js";
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
 * Validity: the two integrals ask for a barrier of several temperatures, ΔL ≫ T_a and ΔL ≫ T_b. What has no
 * meaning at all is refused: ΔL below T_b, where the top is no barrier to the noise, and more than one escape
 * per update, λγ > 1. Between that and ΔL of some 4 T the result is an order of magnitude.
 *
 * @throws UnstableError when λk_a ≥ 2. @throws RangeError on arguments outside the ranges above or outside
 * that validity, and where the rate is below the range of float64, for which there is `logKramersRate`.
 * @example
 * kramersRate({curvatureMin: 1, curvatureBarrier: 1, barrier: 1, learningRate: 0.1, batchSize: 1,
 *   split: 0.5}); // 5.272e-10 = 0.159 · 0.975 · e^{−19.5}
 */
export function kramersRate(options: KramersArguments): number {
  const {prefactor, exponent, lambda} = partsOf("kramersRate", options);
  const rate = prefactor * Math.exp(-exponent) * (options.per === "update" ? lambda : 1);
  if (!(rate >= leastNormal))
    throw new RangeError(
      `the rate lies below the range of float64; logKramersRate has its logarithm, ${logKramersRate(options)}`
    );
  return rate;
}

/**
 * The natural logarithm of `kramersRate`, log γ, in units of the same choice
 *
 *     log(|k_b|/2π) + ½ log((2 − λk_a)/2) − log erf(…) − (2SΔL/λ)(l(1 − λk_a/2)/k_a + (1 − l)/|k_b|)
 *
 * for rates that float64 cannot hold: with the batch sizes and rates of deep learning most lie below
 * e⁻⁷⁰⁸. Arguments as for `kramersRate`; `kramersValidity` says how far they are inside the range where it holds.
 *
 * @throws UnstableError, RangeError as `kramersRate`, but for rates below the range of float64.
 * @example
 * logKramersRate({curvatureMin: 1, curvatureBarrier: 1, barrier: 1, learningRate: 0.1, batchSize: 128,
 *   split: 0.5}); // −2497.864
 */
export function logKramersRate(options: KramersArguments): number {
  const {prefactor, exponent, lambda} = partsOf("logKramersRate", options);
  return Math.log(prefactor) + (options.per === "update" ? Math.log(lambda) : 0) - exponent;
}

/** The least float64 that has all of its digits. */
const leastNormal = 2.2250738585072014e-308;

/** The rate per unit of flow time is prefactor·exp(−exponent). */
function partsOf(caller: string, options: KramersArguments) {
  const {ka, kb, barrier, lambda, batchSize, split} = check(caller, options);
  const stiffness = requireWell(lambda, ka);
  const top = inRange("the temperature on the barrier", (lambda * kb) / 2 / batchSize);
  if (!(barrier >= top))
    throw new RangeError(
      `barrier must be at least λ|k_b|/(2S) = ${top}, the temperature on its top; got ${barrier}`
    );
  const inside = erf(Math.sqrt(((batchSize * stiffness) / lambda) * (barrier / ka)));
  const prefactor = inRange(
    "the prefactor of the rate",
    ((kb / (2 * Math.PI)) * Math.sqrt(stiffness / 2)) / inside
  );
  const exponent = inRange(
    "the exponent of the rate",
    ((2 * batchSize) / lambda) *
      ((split * (stiffness / 2) * barrier) / ka + ((1 - split) * barrier) / kb)
  );
  if (Math.log(lambda) + Math.log(prefactor) > exponent)
    throw new RangeError(
      "the arguments must give at most one escape per update, beyond which there is no well to escape from; " +
        `got ${lambda * prefactor * Math.exp(-exponent)}`
    );
  return {prefactor, exponent, lambda};
}

/** How far the arguments are inside the range in which the rate is an asymptotic one. */
export interface KramersValidity {
  /** ΔL/T_a, T_a = λk_a/(S(2 − λk_a)) the temperature in the well. */
  readonly wellTemperatures: number;
  /** ΔL/T_b, T_b = λ|k_b|/(2S) that on the barrier; below 1 `kramersRate` refuses. */
  readonly topTemperatures: number;
  /** Whether both are at least 4, below which the rate is an order of magnitude. */
  readonly asymptotic: boolean;
}

/**
 * The range of validity of `kramersRate` and `logKramersRate` at the same arguments: the height of the barrier in
 * temperatures of the well and of its top, both of which must be large
 *
 *     ΔL/T_a = S(2 − λk_a)ΔL/(λk_a),   ΔL/T_b = 2SΔL/(λ|k_b|)
 *
 * Source: finite-rate, the proof of
 * Theorem 9.
 *
 * @throws RangeError on arguments outside their ranges, or a result beyond that of float64; UnstableError when
 * λk_a ≥ 2.
 * @example
 * kramersValidity({curvatureMin: 1, curvatureBarrier: 1, barrier: 1, learningRate: 0.1, batchSize: 1,
 *   split: 0.5}).topTemperatures; // 20
 */
export function kramersValidity(options: KramersArguments): KramersValidity {
  const {ka, kb, barrier, lambda, batchSize} = check("kramersValidity", options);
  const stiffness = requireWell(lambda, ka);
  const scaled = (batchSize * barrier) / lambda;
  const [wellTemperatures, topTemperatures] = [(scaled * stiffness) / ka, (2 * scaled) / kb].map(
    x => inRange("the height of the barrier in temperatures", x)
  );
  return {
    wellTemperatures,
    topTemperatures,
    asymptotic: Math.min(wellTemperatures, topTemperatures) >= 4
  };
}

/** 2 − λk_a, where that is positive. */
function requireWell(lambda: number, ka: number): number {
  const stiffness = sumLessProduct(2, 0, lambda, ka);
  if (!(stiffness > 0))
    throw new UnstableError(
      `learningRate must lie in (0, 2/curvatureMin) = (0, ${2 / ka}); got ${lambda}`
    );
  return stiffness;
}

/**
 * The rate as finite-rate, Theorem 9, (23) = (71) prints it: √(2/(2 − λk_a)) · erf(…) in place of its
 * reciprocal. For comparison; arguments and errors as for `kramersRate`.
 */
export function printedKramersRate(options: KramersArguments): number {
  const {ka, barrier, lambda, batchSize} = check("printedKramersRate", options);
  const stiffness = sumLessProduct(2, 0, lambda, ka);
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
  const {ka, kb, barrier, lambda, batchSize, split} = check("continuousKramersRate", options);
  const exponent = ((2 * batchSize * barrier) / lambda) * (split / ka + (1 - split) / kb);
  const rate = (kb / (2 * Math.PI)) * Math.exp(-exponent);
  return options.per === "update" ? lambda * rate : rate;
}

function check(caller: string, options: KramersArguments) {
  const {per = "flow time"} = optionsOf(caller, options, [
    "curvatureMin",
    "curvatureBarrier",
    "barrier",
    "learningRate",
    "batchSize",
    "split",
    "per"
  ]);
  if (per !== "flow time" && per !== "update")
    throw new RangeError(`per must be "flow time" or "update"; got ${describe(per)}`);
  return {
    ka: positive("curvatureMin", options.curvatureMin),
    kb: positive("curvatureBarrier", options.curvatureBarrier),
    barrier: positive("barrier", options.barrier),
    lambda: positive("learningRate", options.learningRate),
    batchSize: numberIn("batchSize", options.batchSize, "[1, ∞)", x => x >= 1),
    split: numberIn("split", options.split, "[0, 1]", x => x >= 0 && x <= 1)
  };
}
