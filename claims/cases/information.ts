import {definite, type Rows, table} from "./matrices.js";
import {pairs} from "./pairs.js";
import {type SecondRun, secondRuns} from "./secondOrder.js";

/** A logistic model of equally likely inputs at its parameters, and λ, µ, N and S of its optimiser. */
export interface Model extends Pick<SecondRun, "rate" | "momentum" | "datasetSize" | "batchSize"> {
  readonly name: string;
  readonly inputs: Rows;
  readonly parameters: readonly number[];
}
export const models: readonly Model[] = [1, 2, 3].map(d => ({
  name: `d = ${d}`,
  inputs: table(`information inputs ${d}`, 4 + d, d),
  parameters: table(`information parameters ${d}`, 1, d)[0],
  rate: 0.3,
  momentum: 0.4,
  datasetSize: 1000,
  batchSize: 100
}));

/** A regression on normal inputs of covariance K with residuals of variance 1, its iterates of covariance Σ. */
export interface Scattered {
  readonly name: string;
  readonly hessian: number[][];
  readonly sigma: number[][];
  readonly share: number;
}
export const scattered: readonly Scattered[] = pairs.slice(0, 3).map(({name, hessian}, i) => ({
  name,
  hessian,
  sigma: definite(`information scatter ${i}`, hessian.length),
  share: 0.009
}));

/** Every pair, with all but a few of the data in a batch. */
export const nearlyAll: readonly SecondRun[] = secondRuns.flatMap(run =>
  [500, 990].map(batchSize => ({
    ...run,
    name: `${run.name}, N = 1000, S = ${batchSize}`,
    datasetSize: 1000,
    batchSize
  }))
);

/** Numbers of single samples after which an estimate is looked at. */
export const sampleCounts = [1, 10, 100, 1000] as const;
