import {uniforms} from "../random/uniforms.js";
import type {QueueEstimator} from "./queueGradients.js";
import {type QueueSettings, queueProblem} from "./queueProblem.js";
import {runPlan} from "./runPlan.js";

/** Runs of SGD on the service rate, for a picture. */
export interface QueueRuns {
  /** Service rates after so many calls, a line for each of the first runs. */
  readonly paths: {readonly run: number; readonly calls: number; readonly rate: number}[];
  /** Mean risk of the last iterate and its standard error. */
  readonly risk: number;
  readonly standardError: number;
  /** What a quadratic with the curvature and the noise of the optimum would have. */
  readonly predicted: number;
  readonly optimum: number;
}

/**
 * `replicates` runs of N = `calls` samples in batches of b at the rate η = share · 2/h, h the curvature at the
 * optimum, and beside them ½hE(θ − θ⋆)² of the quadratic there
 *
 *     ½h [(1 − ηh)²ᵀ (θ₀ − θ⋆)² + η²G/b (1 − (1 − ηh)²ᵀ)/(1 − (1 − ηh)²)],   T = ⌊N/b⌋
 */
export function queueRuns(
  settings: QueueSettings,
  {
    estimator,
    batchSize,
    share,
    calls,
    replicates
  }: {
    estimator: QueueEstimator;
    batchSize: number;
    share: number;
    calls: number;
    replicates: number;
  }
): QueueRuns {
  const problem = queueProblem(`live ${estimator}`, settings, {estimator, noiseSamples: 20_000});
  const [[h]] = problem.hessian;
  const [[g]] = problem.noise;
  const [optimum] = problem.optimum;
  const learningRate = (share * 2) / h;
  const drawn = 8;
  const paths: {run: number; calls: number; rate: number}[] = [];
  const risks = Array.from({length: replicates}, (_, run) => {
    const stream = uniforms({seed: 1, experiment: "live queue", cell: estimator, replicate: run});
    const steps: {run: number; calls: number; rate: number}[] = [
      {run, calls: 0, rate: problem.start[0]}
    ];
    const plan = {
      batchSize,
      learningRate,
      next: ({theta}: {theta: Float64Array}) => {
        steps.push({run, calls: steps.length * batchSize, rate: theta[0]});
        return batchSize;
      }
    };
    const whole = Math.floor(calls / batchSize) * batchSize;
    const {last} = runPlan(problem, problem.open(stream), plan, whole);
    const every = Math.ceil(steps.length / 128);
    if (run < drawn) paths.push(...steps.filter((__, k) => k % every === 0));
    return problem.excess(last);
  });
  const mean = risks.reduce((sum, x) => sum + x, 0) / replicates;
  const squares = risks.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  const kept = (1 - learningRate * h) ** (2 * Math.floor(calls / batchSize));
  const rest = (learningRate * g) / (batchSize * h * (2 - learningRate * h));
  const start = problem.start[0] - optimum;
  return {
    paths,
    risk: mean,
    standardError: Math.sqrt(squares / (replicates * (replicates - 1))),
    predicted: (h / 2) * (kept * start * start + rest * (1 - kept)),
    optimum
  };
}
