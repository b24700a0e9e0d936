import type {Rows} from "./matrices.js";
import {grid} from "./named.js";
import {gradients, population} from "./problems.js";

/** Batches of given sizes from n samples. */
export const batchesOf = (samples: number, ...sizes: readonly number[]) =>
  grid({samples: [samples], batchSize: sizes});
export type Batch = ReturnType<typeof batchesOf>[number];

/** Batches of a data set with these gradients. */
export interface RowBatch extends Batch {
  readonly rows: Rows;
}

/** Batches of the `gradients`. */
export const batches: readonly RowBatch[] = batchesOf(gradients.length, 1, 2, 3, 4).map(batch => ({
  ...batch,
  rows: gradients
}));
export const severalAtOnce = batches.slice(1);
export const enumerable = batches.slice(0, 3);

/** Batches of data sets that are drawn from a law on finitely many points. */
export interface LawBatch extends Batch {
  readonly law: {readonly points: Rows; readonly probabilities: readonly number[]};
}
const fromPopulation = (all: readonly Batch[]): readonly LawBatch[] =>
  all.map(batch => ({...batch, law: population}));

/** Every batch of a data set of three. */
export const batchesOfThree = fromPopulation(batchesOf(3, 1, 2, 3));

/** Pairs from data sets of several sizes. */
export const pairsFrom = fromPopulation(grid({samples: [2, 3, 4, 5], batchSize: [2]}));

/** Every data set of three draws from the three points of the `population`. */
export const everyDataSet = Array.from({length: 27}, (_, code) => {
  const picks = [0, 1, 2].map(i => Math.floor(code / 3 ** i) % 3);
  return {name: `points ${picks.join(", ")}`, data: picks.map(k => population.points[k])};
});
export type DrawnData = (typeof everyDataSet)[number];
