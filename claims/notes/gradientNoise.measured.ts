import {scale} from "../brute/arrays.js";
import {everyOrderedBatch, everySubset, overDataSets} from "../brute/finiteLaw.js";
import {updatesOnPairs} from "../brute/updatesOnPairs.js";
import type {Batch} from "../cases/batches.js";
import {gradients, population, regression} from "../cases/problems.js";
import type {SlopeOfOne} from "../cases/setup.js";

/** The mean over all ordered batches. */
export const mean = ({batchSize}: Batch) => everyOrderedBatch(gradients, batchSize).mean;

/** The covariance over all ordered batches. */
export const orderedBatches = ({batchSize}: Batch) =>
  everyOrderedBatch(gradients, batchSize).covariance;

/** B times that. */
export const scaledBatches = (batch: Batch) => scale(orderedBatches(batch), batch.batchSize);

/** The covariance over all subsets. */
export const subsets = ({batchSize}: Batch) => everySubset(gradients, batchSize).covariance;

/** The covariance over all ordered batches of a data set, averaged over data sets. */
export const withinDataSets = ({samples, batchSize}: Batch) =>
  overDataSets(population, samples, batchSize, everyOrderedBatch).within;

/** The covariance over data sets of their mean gradient. */
export const betweenDataSets = ({samples}: Batch) =>
  overDataSets(population, samples, samples, everySubset).between;

/** The variance over all ordered pairs of gradients of ½(xθ − y)², taken by differences of the loss. */
export function atPosition({theta}: SlopeOfOne) {
  const {x, y} = regression;
  const step = 1;
  const loss = (t: number, i: number) => (x[i] * t - y[i]) ** 2 / 2;
  const table = x.map((_, i) => [(loss(theta + step, i) - loss(theta - step, i)) / (2 * step)]);
  return everyOrderedBatch(table, 2).covariance;
}

/** Δθ/η of the update (12) itself on every pair of samples. */
export const stepsTaken = (_: Batch) => updatesOnPairs([1, 1, 1], gradients);
