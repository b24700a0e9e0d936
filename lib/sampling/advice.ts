import {averagedIterate} from "../budgets/averagedIterate.js";
import {type BestRun, bestBatchSize, bestLearningRate} from "../budgets/bestRun.js";
import type {QuadraticRun} from "../budgets/quadraticRun.js";
import {integerPower} from "../elementary/integerPower.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";

/** H, G and the distance from the start, as they are or as a pilot has them. */
export interface AdviceArguments {
  readonly hessian: readonly (readonly number[])[];
  /** G: of one sample. */
  readonly noise: readonly (readonly number[])[];
  /** θ₀ − θ⋆. */
  readonly initial: readonly number[];
  /** N. */
  readonly calls: number;
  /** b, where it is not to be chosen. */
  readonly batchSize?: number;
}

/** How the theory of a quadratic says to spend N calls. */
export interface Advice {
  readonly batchSize: number;
  readonly learningRate: number;
  /** Whether to return the mean of the second half of the iterates instead of the last. */
  readonly averaged: boolean;
  /** ½ E θᵀHθ that it promises. */
  readonly risk: number;
}

/** Rates that an average is tried at: the edge 2/λmax halved so often. */
const halvings = 12;

/**
 * The largest batch that costs next to nothing with its best rate (`bestBatchSize`), unless one is given, and the mean of the second
 * half of the iterates instead of the last one where that promises a smaller risk at some rate (`averagedIterate`).
 * Both risks are exact on a quadratic whose noise does not change with θ.
 *
 * @throws as `bestBatchSize` and `bestLearningRate`
 */
export function advice({
  hessian,
  noise,
  initial,
  calls,
  batchSize: given
}: AdviceArguments): Advice {
  const run = {hessian, sampleNoise: noise, initial};
  const last = given === undefined ? bestBatchSize({...run, calls}) : withBatch(run, given, calls);
  const {batchSize, steps} = last;
  const {values} = symmetricEigen(hessian);
  const edge = 2 / values[values.length - 1];
  let best: Advice = {batchSize, learningRate: last.learningRate, averaged: false, risk: last.risk};
  if (steps < 4) return best;
  for (let k = 1; k <= halvings; k++) {
    const learningRate = edge / integerPower(2, k);
    const law = averagedIterate({
      hessian,
      noise: noise.map(row => row.map(x => x / batchSize)),
      learningRate,
      steps,
      burnIn: Math.floor(steps / 2),
      initial
    });
    let risk = 0;
    for (const [i, row] of hessian.entries())
      for (const [j, h] of row.entries())
        risk += (h * (law.covariance.get(i, j) + law.mean[i] * law.mean[j])) / 2;
    if (risk < best.risk) best = {batchSize, learningRate, averaged: true, risk};
  }
  return best;
}

function withBatch(run: QuadraticRun, batchSize: number, calls: number): BestRun {
  const steps = Math.floor(calls / batchSize);
  return {...bestLearningRate({...run, batchSize, steps}), batchSize, steps};
}
