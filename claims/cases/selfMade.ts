import {definite} from "./matrices.js";
import {pairs} from "./pairs.js";
import {printedBatchRuns, type SecondRun, secondRuns} from "./secondOrder.js";

/** A covariance to start from, which commutes with nothing. */
export const anywhere = (order: number) => definite(`self-made start d = ${order}`, order);

/** A preconditioner that is a running average with the weight ρ on the newest, for so many steps. */
export interface Remembering extends SecondRun {
  readonly forgetting: number;
  readonly steps: number;
}

const remembering = (forgetting: number, steps: number): readonly Remembering[] =>
  secondRuns.map(run => ({...run, name: `${run.name}, ρ = ${forgetting}`, forgetting, steps}));

export const withMemory = [...remembering(0.5, 260), ...remembering(0.65, 700)];
export const withoutMemory = remembering(1, 40);

/** Every pair at steps up to twenty over Tr K. */
export const sizedRuns: readonly SecondRun[] = secondRuns.flatMap((run, i) =>
  [0.2, 2, 20].map(size => ({
    ...run,
    name: `${run.name}, λ Tr K = ${size}`,
    rate: size / pairs[i].trace
  }))
);

/** Steps so small that SGD is isotropic, with S of the document’s experiments. */
export const smallSteps: readonly SecondRun[] = printedBatchRuns.map(run => ({
  ...run,
  name: `${run.name}, λ Tr K = 0.0001`,
  rate: 1e-4 / run.trace
}));

/** SGD and Adam along the axes of K, c = 1/S. */
const alongAxes = (curvatures: readonly number[], batchSize: number, rate: number): SecondRun => {
  const hessian = curvatures.map((k, i) => curvatures.map((_, j) => (i === j ? k : 0)));
  return {
    name: `K = diag(${curvatures.join(", ")}), S = ${batchSize}, λ = ${rate}`,
    hessian,
    noise: hessian,
    trace: curvatures.reduce((sum, k) => sum + k, 0),
    rate,
    momentum: 0,
    datasetSize: Number.POSITIVE_INFINITY,
    batchSize,
    noiseRatio: 1 / batchSize
  };
};

/** λ(2 − λk) below 4/(S+1) for every k: at small steps, and near the edge. */
export const belowCrossing = [
  alongAxes([1, 0.5], 20, 0.05),
  alongAxes([1, 0.4, 0.2], 100, 0.019),
  alongAxes([1, 0.98], 20, 1.97)
];

/** λ(2 − λk) above it for every k; S of the document's experiments. */
export const beyondCrossing = [alongAxes([1, 0.5], 20, 0.2), alongAxes([1, 0.4, 0.2], 100, 0.1)];
