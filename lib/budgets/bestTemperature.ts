import {integer} from "../check.js";
import {type DualProblem, dualGradient} from "./dualGradient.js";

/**
 * The temperature τ = η/b ≤ 1/(4M), M = max h, that makes E‖∇L(θ_N)‖²_{F⁻¹} least after N gradients
 * taken one by one (b = 1, η = τ), and that least value
 *
 * Larger batches at η = bτ reach the same to first order in ηM, as long as bτ ≤ 1/(4M). By golden section
 * on log τ, to some 1e-6. Source: Fisher, Corollary 7.8.
 *
 * @throws RangeError unless calls is an integer ≥ 1, and as `dualGradient`
 * @example
 * bestTemperature({curvatures: [1], metric: [1], initial: [1]}, 1000).squaredNorm;
 */
export function bestTemperature(
  problem: DualProblem,
  calls: number
): {temperature: number; squaredNorm: number} {
  integer("calls", calls, 1);
  const value = (logarithm: number) =>
    dualGradient(problem, {learningRate: Math.exp(logarithm), steps: calls}).total;
  const golden = (Math.sqrt(5) - 1) / 2;
  let right = Math.log(1 / (4 * Math.max(...problem.curvatures)));
  let left = right - Math.log(Math.max(1e3, 1e3 * calls));
  for (let k = 0; k < 50; k++) {
    const inner = right - golden * (right - left);
    const outer = left + golden * (right - left);
    if (value(inner) <= value(outer)) right = outer;
    else left = inner;
  }
  const middle = (left + right) / 2;
  return {temperature: Math.exp(middle), squaredNorm: value(middle)};
}
