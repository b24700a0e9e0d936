import {grid} from "./named.js";
import {gradients, population} from "./problems.js";

/** Batches of given sizes from n samples. */
export const batchesOf = (samples: number, ...sizes: readonly number[]) =>
  grid({samples: [samples], batchSize: sizes});
export type Batch = ReturnType<typeof batchesOf>[number];

/** Batches of the `gradients`. */
export const batches = batchesOf(gradients.length, 1, 2, 3, 4);
export const severalAtOnce = batches.slice(1);
export const enumerable = batches.slice(0, 3);

/** Every batch of a data set of three. */
export const batchesOfThree = batchesOf(3, 1, 2, 3);

/** Pairs from data sets of several sizes. */
export const pairsFrom = grid({samples: [2, 3, 4, 5], batchSize: [2]});

/** Every data set of three draws from the three points of the `population`. */
export const everyDataSet = Array.from({length: 27}, (_, code) => {
  const picks = [0, 1, 2].map(i => Math.floor(code / 3 ** i) % 3);
  return {name: `points ${picks.join(", ")}`, data: picks.map(k => population.points[k])};
});
export type DrawnData = (typeof everyDataSet)[number];
