import type {UniformSource} from "../random/source.js";
import type {HeatingPlan} from "./heating.js";
import type {GradientOracle, SamplingProblem} from "./samplingProblem.js";

/**
 * The heating plan as a problem to sample, from capacities for the average day and none that is flexible. A call is
 * one scenario, a day drawn with replacement. No capacity falls below zero or exceeds what the coldest day asks for.
 */
export function heatingProblem(plan: HeatingPlan, name: string): SamplingProblem {
  const {days} = plan;
  const all = Int32Array.from(days.keys());
  const mean = (city: 0 | 1) => days.reduce((sum, day) => sum + day[city], 0) / days.length;
  const start = [mean(0), mean(1), 0];
  const optimum = plan.minimum(start);
  const {risk: least, hessian, noise} = plan.derivatives(optimum);
  const coldest = days.reduce((most, day) => Math.max(most, day[0], day[1]), 0);
  return {
    name,
    dimension: plan.dimension,
    start,
    project(theta) {
      for (let i = 0; i < 3; i++) theta[i] = Math.min(coldest, Math.max(0, theta[i]));
    },
    open: stream => scenarioOracle(plan, all, stream),
    excess: theta => plan.risk(theta) - least,
    optimum,
    hessian,
    noise
  };
}

/** Gradients of scenarios that are drawn, with replacement, from the days with the given indices. */
export const scenarioOracle = (
  plan: HeatingPlan,
  scenarios: Int32Array,
  stream: UniformSource
): GradientOracle => ({
  gradients(theta, count, out) {
    out.fill(0, 0, 3 * count);
    for (let k = 0; k < count; k++) {
      const day = scenarios[Math.floor(stream.next() * scenarios.length)];
      plan.addGradient(theta, day, out.subarray(3 * k, 3 * k + 3));
    }
  }
});
