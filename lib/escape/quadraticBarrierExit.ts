import {positive, UnstableError} from "../check.js";
import {type DiscreteExit, discreteExit} from "./discreteExit.js";
import {type QuadraticBarrier, quadraticBarrier} from "./quadraticBarrier.js";

export interface BarrierProblem {
  /** λk_a in (0, 2). */
  readonly step: number;
  /** |k_b|/k_a. */
  readonly ratio: number;
  /** (2SΔL/λ)(l/k_a + (1 − l)/|k_b|), the exponent of (24): the barrier in temperatures of continuous time. */
  readonly height: number;
}

/** `problem` in units k_a = S = 1: the path, the noise |k(w)|/S, and the interval of a run. */
export interface BarrierRun {
  readonly path: QuadraticBarrier;
  /** What the formulas for rates take of it. */
  readonly shape: Pick<QuadraticBarrier, "curvatureMin" | "curvatureBarrier" | "barrier" | "split">;
  readonly learningRate: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The run of SGD, with noise of variance |k(w)|/S, that leaves a quadratic well over a quadratic
 * barrier
 *
 * Rates per update depend on λk_a, |k_b|/k_a and the height alone. A run ends 6 standard deviations beyond the
 * top, where one in 10⁹ comes back: the chance to stay beyond b is Φ((w − b)/s), s² = λ/(S(2 + λ|k_b|)),
 * on an endless barrier. It would also end 9 deviations of the well's stationary law to the left of a.
 *
 * @throws UnstableError when step ≥ 2. @throws RangeError unless all are positive.
 */
export function barrierRun({step, ratio, height}: BarrierProblem): BarrierRun {
  const learningRate = positive("step", step);
  positive("ratio", ratio);
  positive("height", height);
  if (!(step < 2)) throw new UnstableError(`step must lie in (0, 2); got ${step}`);
  const path = quadraticBarrier({
    curvatureMin: 1,
    curvatureBarrier: ratio,
    barrier: (((height * learningRate) / 2) * ratio * (1 + ratio)) / (1 + ratio * ratio)
  });
  const {curvatureMin, curvatureBarrier, barrier, split} = path;
  return {
    path,
    shape: {curvatureMin, curvatureBarrier, barrier, split},
    learningRate,
    from: -9 * Math.sqrt(learningRate / (2 - learningRate)),
    to: path.top + 6 * Math.sqrt(learningRate / (2 + learningRate * ratio))
  };
}

/**
 * Exact exit of `barrierRun` by `discreteExit`; `resolution` nodes per standard deviation of one update's smaller noise.
 *
 * At 3.5 the rate has a relative error below 10⁻⁴ for ratio in [¼, 4].
 */
export function quadraticBarrierExit(problem: BarrierProblem, resolution = 3.5): DiscreteExit {
  const {path, learningRate, from, to} = barrierRun(problem);
  const deviation = learningRate * Math.sqrt(Math.min(1, problem.ratio));
  return discreteExit({
    slope: path.slope,
    noise: path.steepness,
    learningRate,
    from,
    to,
    breaks: [path.middle],
    nodes: Math.ceil((positive("resolution", resolution) * (to - from)) / deviation) + 12
  });
}
