import {numberIn, positive} from "../check.js";
import {type DualProblem, dualGradient} from "./dualGradient.js";

export interface LeastCalls {
  /** N, with b = 1 the number of steps; a real number. */
  readonly calls: number;
  readonly learningRate: number;
}

/**
 * Fewest gradients until E‖∇L(θ_T)‖²_{F⁻¹} ≤ ε² with a constant η ≤ 1/(4M), M = max h, and b = 1
 *
 *     N = min over η of the first T with dualGradient(…, {learningRate: η, steps: T}).total ≤ ε²
 *
 * Larger batches at the same η/b need as many, none needs fewer. T is found by bisection, for starts
 * whose gradient exceeds ε by so much that the expectation falls until it crosses; η by golden section
 * on its logarithm. Relative accuracy some 1e-7. Source: Fisher, eq. (46).
 *
 * @throws RangeError unless ε² lies below the squared gradient at the start
 * @example
 * leastCalls({curvatures: [1], metric: [1], initial: [1]}, 0.01).calls;
 */
export function leastCalls(problem: DualProblem, squaredTolerance: number): LeastCalls {
  positive("squaredTolerance", squaredTolerance);
  const h = problem.curvatures;
  const M = Math.max(...h);
  const start = dualGradient(problem, {learningRate: 1 / (4 * M), steps: 0}).total;
  numberIn("squaredTolerance", squaredTolerance, `(0, ${start})`, x => x < start);
  const at = (eta: number, steps: number) =>
    dualGradient(problem, {learningRate: eta, steps}).total;
  const callsAt = (eta: number): number => {
    if (at(eta, 1e300) >= squaredTolerance) return Infinity;
    let high = 1;
    while (at(eta, high) > squaredTolerance) high *= 2;
    let low = high / 2;
    for (let k = 0; k < 44; k++) {
      const middle = (low + high) / 2;
      if (at(eta, middle) > squaredTolerance) low = middle;
      else high = middle;
    }
    return high;
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  const g = problem.noise ?? problem.metric;
  const floorOverRate = h.reduce((sum, x, i) => sum + (x * g[i]) / problem.metric[i], 0) / 2;
  // Above: the first-order floor at the tolerance, where no T suffices. Below: four decades less.
  let right = Math.min(Math.log(1 / (4 * M)), Math.log(squaredTolerance / floorOverRate));
  let left = right - Math.log(1e4);
  const value = (logarithm: number) => callsAt(Math.exp(logarithm));
  for (let k = 0; k < 34; k++) {
    const inner = right - golden * (right - left);
    const outer = left + golden * (right - left);
    if (value(inner) <= value(outer)) right = outer;
    else left = inner;
  }
  const learningRate = Math.exp((left + right) / 2);
  return {calls: callsAt(learningRate), learningRate};
}
