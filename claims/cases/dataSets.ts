import type {Named} from "../ledger/claim.js";
import type {Rows} from "./matrices.js";
import {named} from "./named.js";
import {binaryModel, gradients, type LogisticModel, mixture, population} from "./problems.js";

/** Batches of b from n independent draws of a law on finitely many points. */
export interface DrawnData extends Named {
  readonly law: {readonly points: Rows; readonly probabilities: readonly number[]};
  readonly n: number;
  readonly b: number;
}

/** Such a data set, used for several batches. */
export interface ReusedData extends DrawnData {
  readonly steps: number;
}

/** Data sets from one of several laws. */
export interface MixedData extends Named {
  readonly parts: readonly (DrawnData["law"] & {readonly weight: number})[];
  readonly n: number;
  readonly b: number;
}

/** Data sets of labels for the inputs of a logistic regression. */
export interface LabelledData extends LogisticModel {
  readonly n: number;
  readonly b: number;
}

/** Fixed vectors, of which batches of some sizes are drawn. */
export interface Pool extends Named {
  readonly rows: Rows;
  readonly batchSizes: readonly number[];
}

const ofPopulation = (...sizes: readonly (readonly [n: number, b: number])[]) =>
  named(sizes.map(([n, b]) => ({law: population, n, b})));

/** Data sets from three points of the plane. */
export const dataSets = ofPopulation([4, 1], [4, 2], [4, 3], [4, 4], [6, 4]);

/** b = n/2: a batch size that grows with the data. */
export const halves = ofPopulation([4, 2], [6, 3]);

/** Batch sizes that are small or not beside n. */
export const shares = ofPopulation([2, 1], [4, 2], [6, 2], [6, 5]);

/** m draws from three points of the plane. */
export const estimates = named([2, 3, 5, 7].map(m => ({...population, m})));

/** Such a data set that is reused for T batches. */
export const reusedSets = named(
  [
    {n: 4, b: 2, steps: 2},
    {n: 5, b: 3, steps: 10},
    {n: 6, b: 1, steps: 100}
  ].map(size => ({law: population, ...size}))
);

/** Data sets from a law of one rare, far point; kurtosis about 100. */
export const farPoint = named(
  [1, 3, 5].map(b => ({law: {points: [[0], [7]], probabilities: [0.99, 0.01]}, n: 5, b}))
);

/** Data sets from one of two populations. */
export const mixedSets = named([1, 2, 3].map(b => ({parts: mixture, n: 4, b})));

/** Data sets of labels for two inputs of a logistic regression. */
export const labelledSets: readonly LabelledData[] = named(
  [1, 2, 3].map(b => ({
    inputs: binaryModel.inputs.slice(0, 2),
    parameters: binaryModel.parameters,
    n: 4,
    b
  }))
);

/** Batches of every size, as one case: at b = n their covariance is zero and has no size of its own. */
export const everySize: Pool = {
  name: "n = 7, d = 3, b = 1 … 7",
  rows: gradients,
  batchSizes: [1, 2, 3, 4, 5, 6, 7]
};
