import type {UniformSource} from "../random/source.js";
import type {HeatingPlan} from "./heating.js";
import type {SamplingProblem} from "./samplingProblem.js";

/**
 * The heating plan as a problem to sample, from capacities for the average day and none that is flexible. A call is
 * one scenario, a day drawn with replacement: of all days, or of those with the given indices, which are then used
 * over and over while the risk stays that of all days. No capacity falls below zero or exceeds what the coldest day
 * asks for.
 */
export function heatingProblem(
  plan: HeatingPlan,
  name: string,
  scenarios?: ArrayLike<number>
): SamplingProblem {
  const {days} = plan;
  const mean = (city: 0 | 1) => days.reduce((sum, day) => sum + day[city], 0) / days.length;
  const start = [mean(0), mean(1), 0];
  const optimum = plan.minimum(start);
  const {risk: least, hessian, noise} = plan.derivatives(optimum);
  const coldest = days.reduce((most, day) => Math.max(most, day[0], day[1]), 0);
  const size = scenarios?.length ?? days.length;
  return {
    name,
    dimension: plan.dimension,
    start,
    project(theta) {
      for (let i = 0; i < 3; i++) theta[i] = Math.min(coldest, Math.max(0, theta[i]));
    },
    open: (stream: UniformSource) => ({
      gradients(theta, count, out) {
        out.fill(0, 0, 3 * count);
        for (let k = 0; k < count; k++) {
          const drawn = Math.floor(stream.next() * size);
          plan.addGradient(theta, scenarios?.[drawn] ?? drawn, out.subarray(3 * k, 3 * k + 3));
        }
      }
    }),
    excess: theta => plan.risk(theta) - least,
    optimum,
    hessian,
    noise
  };
}
