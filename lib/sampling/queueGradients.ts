import {log} from "../elementary/log.js";
import type {UniformSource} from "../random/source.js";
import type {GradientOracle} from "./samplingProblem.js";

/** How the derivative of a sojourn time by the service rate is estimated from the run itself. */
export type QueueEstimator = "perturbation" | "likelihood ratio";

/** A run of a queue with one server. */
export interface QueueRun {
  readonly estimator: QueueEstimator;
  /** n: customers of one sample. */
  readonly customers: number;
  /** c: what a unit of service rate costs; its gradient is added to each sample. */
  readonly cost: number;
  /** Whether a sample goes on where the last one ended, instead of beginning empty. */
  readonly continued: boolean;
  /** The gaps of one sample: between its customers, and in a continued run also before the first. */
  gaps(stream: UniformSource, out: Float64Array): void;
}

/** An exponential number of mean 1; the uniform is the middle of its cell of 2⁻³². */
export const exponential = (stream: UniformSource): number => -log(stream.next() + 2 ** -33);

/**
 * Lindley's recursion W ← (W − A)⁺ + S, S = E/μ with E exponential of mean 1, and the gradient by μ of the mean
 * sojourn time of a sample's n customers plus c
 *
 *     perturbation       W′ ← [W > A] W′ − S/μ,   (1/n) Σ Wₖ′ + c
 *     likelihood ratio   Z ← Z + 1/μ − S,         (1/n) Σ Wₖ Zₖ + c
 *
 * W′ begins anew with every busy period, Z with every sample. Source: Lindley 1952; Suri & Zazanis 1988;
 * Glynn 1990.
 */
export function queueOracle(run: QueueRun, stream: UniformSource): GradientOracle {
  const {customers, cost, estimator, continued} = run;
  const gaps = new Float64Array(customers);
  const left = {wait: 0, slope: 0};
  return {
    gradients([mu], count, out) {
      let {wait, slope} = left;
      for (let s = 0; s < count; s++) {
        run.gaps(stream, gaps);
        if (!continued) wait = slope = 0;
        let [sum, score] = [0, 0];
        for (let k = 0; k < customers; k++) {
          const gap = gaps[k];
          if (k > 0 || continued) {
            if (wait > gap) wait -= gap;
            else wait = slope = 0;
          }
          const service = exponential(stream) / mu;
          wait += service;
          slope -= service / mu;
          score += 1 / mu - service;
          sum += estimator === "perturbation" ? slope : wait * score;
        }
        out[s] = sum / customers + cost;
      }
      Object.assign(left, {wait, slope});
    }
  };
}
