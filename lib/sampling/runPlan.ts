import {batchMoments} from "./batchMoments.js";
import type {GradientOracle, SamplingProblem} from "./samplingProblem.js";

/** What a rule may look at before it chooses the next batch. */
export interface StepSeen {
  readonly theta: Float64Array;
  /** Mean of the batch's gradients. */
  readonly mean: Float64Array;
  /** Trace of the covariance of one sample's gradient, as the batch has it. */
  readonly trace: number;
  readonly batchSize: number;
}

/** How a budget is spent: a constant rate, and a batch that may change from step to step. */
export interface Plan {
  /** η. */
  readonly learningRate: number;
  /** b, of the first step. */
  readonly batchSize: number;
  /** The next step's batch; the same one where this is left out. */
  next?(seen: StepSeen): number;
}

/** Where a run ended. */
export interface PlanRun {
  /** After the last step. */
  readonly last: Float64Array;
  /** Mean of the iterates of the steps that began in the second half of the budget. */
  readonly averaged: Float64Array;
  readonly steps: number;
  /** Calls that were made, at most the budget. */
  readonly calls: number;
}

/**
 * Projected SGD, θ ← P(θ − η ḡ), from the problem's start until the calls are spent. A constant batch that does not
 * fit into what is left is not drawn; one that a rule chooses is cut to it.
 */
export function runPlan(
  problem: SamplingProblem,
  oracle: GradientOracle,
  plan: Plan,
  budget: number
): PlanRun {
  const d = problem.dimension;
  const theta = Float64Array.from(problem.start);
  const mean = new Float64Array(d);
  const sum = new Float64Array(d);
  let rows = new Float64Array(d * Math.max(1, plan.batchSize));
  let [calls, steps, summed, batch] = [0, 0, 0, plan.batchSize];
  while (calls < budget) {
    const left = budget - calls;
    if (batch > left && !plan.next) break;
    const b = Math.min(batch, left);
    if (rows.length < b * d) rows = new Float64Array(2 * b * d);
    oracle.gradients(theta, b, rows);
    const trace = batchMoments(rows, b, mean);
    for (let j = 0; j < d; j++) theta[j] -= plan.learningRate * mean[j];
    problem.project?.(theta);
    if (2 * calls >= budget) {
      for (let j = 0; j < d; j++) sum[j] += theta[j];
      summed++;
    }
    calls += b;
    steps++;
    if (plan.next) batch = Math.max(1, plan.next({theta, mean, trace, batchSize: b}));
  }
  const averaged = summed > 0 ? sum.map(x => x / summed) : theta.slice();
  return {last: theta, averaged, steps, calls};
}
