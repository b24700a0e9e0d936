import {scale} from "../brute/arrays.js";
import {everyOrderedBatch, everySubset, orderedBatches, overDataSets} from "../brute/finiteLaw.js";
import {updatesOnPairs} from "../brute/updatesOnPairs.js";
import type {LawBatch, RowBatch} from "../cases/batches.js";
import type {SlopeOfOne} from "../cases/setup.js";

/** The mean over all ordered batches. */
export const mean = ({rows, batchSize}: RowBatch) => everyOrderedBatch(rows, batchSize).mean;

export {orderedBatches};

/** B times the covariance over all ordered batches. */
export const scaledBatches = (batch: RowBatch) => scale(orderedBatches(batch), batch.batchSize);

/** The covariance over all subsets. */
export const subsets = ({rows, batchSize}: RowBatch) => everySubset(rows, batchSize).covariance;

/** The covariance over all ordered batches of a data set, averaged over data sets. */
export const withinDataSets = ({law, samples, batchSize}: LawBatch) =>
  overDataSets(law, samples, batchSize, everyOrderedBatch).within;

/** The covariance over data sets of their mean gradient. */
export const betweenDataSets = ({law, samples}: LawBatch) =>
  overDataSets(law, samples, samples, everySubset).between;

/**
 * The variance over all ordered pairs of gradients of ½(xθ − y)², taken by differences of the loss; and 1 where it
 * is another than one further on.
 */
export function atPosition({x, y, theta}: SlopeOfOne) {
  const loss = (t: number, i: number) => (x[i] * t - y[i]) ** 2 / 2;
  const variance = (t: number) =>
    everyOrderedBatch(
      x.map((_, i) => [(loss(t + 1, i) - loss(t - 1, i)) / 2]),
      2
    ).covariance[0][0];
  const [here, there] = [variance(theta), variance(theta + 0.7)];
  return [here, Number(Math.abs(there - here) > 1e-9 * here)];
}

/** Δθ/η of the update (12) itself on every pair of samples. */
export const stepsTaken = ({rows}: RowBatch) =>
  updatesOnPairs(
    rows[0].map(() => 1),
    rows
  );
