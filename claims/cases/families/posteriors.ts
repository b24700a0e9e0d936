import type {Family} from "../../ledger/search/family.js";
import {shown} from "../digits.js";
import type {Posterior} from "../problems.js";
import {geometric, spectrum} from "./spectra.js";

const withBatches = (
  words: string,
  of: (next: () => number) => {datasetSize: number; batchSize: number}
): Family<Posterior & {readonly name: string}> => ({
  ranges: `D = 1 … 6, curvatures over two decades, ${words}`,
  dimensions: [1, 6],
  build: (d, next) => {
    const batches = of(next);
    return {
      name: `D = ${d}, N = ${batches.datasetSize}, S = ${shown(batches.batchSize)}, drawn`,
      eigenvalues: spectrum(d, 100, next).map(k => 3 * k),
      ...batches
    };
  }
});

/** N from 2 to 2000, and every S below it. */
export const posteriorFamily = withBatches("N = 2 … 2000, 1 ≤ S < N", next => {
  const datasetSize = Math.round(geometric(2, 2000, next()));
  return {datasetSize, batchSize: Math.round(geometric(1, datasetSize - 1, next()))};
});

/** S so small beside N that the limit is reached. */
export const smallBatchFamily = withBatches("S/N from 10⁻⁸ to 10⁻⁷", next => ({
  datasetSize: 1e9,
  batchSize: Math.round(geometric(10, 100, next()))
}));
