import {type Pair, pairs} from "./pairs.js";
import {secondOrder} from "./problems.js";

/** A second-order method on a pair: its λ and µ, the N and S of mini-batches, and c of C = cKΣK. */
export interface SecondRun extends Pair {
  readonly rate: number;
  readonly momentum: number;
  readonly datasetSize: number;
  readonly batchSize: number;
  readonly noiseRatio: number;
}

const {learningRate: rate, momentum, datasetSize, batchSize, noiseRatio} = secondOrder;

/** Every pair at one λ, µ, N and S. */
export const secondRuns: readonly SecondRun[] = pairs.map(pair => ({
  ...pair,
  rate,
  momentum,
  datasetSize,
  batchSize,
  noiseRatio
}));

/** Those of orders 1 to 3. */
export const smallSecondRuns = secondRuns.slice(0, 3);

/** The same with N and S of the document's experiments. */
export const printedBatchRuns: readonly SecondRun[] = secondRuns.map(run => ({
  ...run,
  name: `${run.name}, N = 1000, S = 100`,
  datasetSize: 1000,
  batchSize: 100
}));
