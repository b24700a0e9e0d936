import {gaussianRegression, type RegressionData} from "../../lib/problems/gaussianRegression.js";

/** What a sweep with batches from a data set ran. */
export interface BatchRun {
  readonly inputVariances: readonly number[];
  readonly labelDeviation: number;
  readonly size: number;
  readonly batchSize: number;
  readonly schemes: readonly string[];
}

/** The data set of the sweep, from its seed and name. */
export const dataOf = (
  {inputVariances, size, labelDeviation}: BatchRun,
  {seed, experiment}: {readonly seed: number; readonly experiment: string}
): RegressionData =>
  gaussianRegression({variances: inputVariances, size, labelDeviation, seed, name: experiment});
