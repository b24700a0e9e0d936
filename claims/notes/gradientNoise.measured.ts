import {scale} from "../brute/arrays.js";
import {type Draw, everyOrderedBatch, everySubset, overDataSets} from "../brute/finiteLaw.js";
import {gradients, population, regression} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

const sizes = [1, 2, 3, 4];

const perSize = (draw: Draw, f: (law: ReturnType<Draw>, b: number) => readonly number[]): Numbers =>
  Object.fromEntries(sizes.map(b => [`n = 7, B = ${b}`, f(draw(gradients, b), b)]));

/** The mean over all ordered batches. */
export const means = (): Numbers => perSize(everyOrderedBatch, ({mean}) => mean);

/** The covariance over all ordered batches. */
export const orderedBatches = (): Numbers =>
  perSize(everyOrderedBatch, ({covariance}) => covariance.flat());

/** B times that. */
export const scaledBatches = (): Numbers =>
  perSize(everyOrderedBatch, ({covariance}, b) => scale(covariance, b).flat());

/** The covariance over all subsets. */
export const subsets = (): Numbers => perSize(everySubset, ({covariance}) => covariance.flat());

const dataSizes = [
  [2, 2],
  [3, 2],
  [4, 2],
  [5, 2]
] as const;

/** The covariance over all ordered batches of a data set, averaged over data sets. */
export const withinDataSets = (): Numbers =>
  Object.fromEntries(
    dataSizes.map(([n, b]) => [
      `n = ${n}, B = ${b}`,
      overDataSets(population, n, b, everyOrderedBatch).within.flat()
    ])
  );

/** The covariance over data sets of their mean gradient. */
export const betweenDataSets = (): Numbers =>
  Object.fromEntries(
    dataSizes.map(([n, b]) => [
      `n = ${n}, B = ${b}`,
      overDataSets(population, n, n, everySubset).between.flat()
    ])
  );

/** The variance over all ordered pairs of gradients of ½(xθ − y)², taken by differences of the loss. */
export function positions(): Numbers {
  const {x, y} = regression;
  const step = 1;
  return {
    "θ = −1, 0, ½, 2": [-1, 0, 0.5, 2].map(theta => {
      const loss = (t: number, i: number) => (x[i] * t - y[i]) ** 2 / 2;
      const table = x.map((_, i) => [(loss(theta + step, i) - loss(theta - step, i)) / (2 * step)]);
      return everyOrderedBatch(table, 2).covariance[0][0];
    })
  };
}

/** Δθ/η of the update (12) itself on every pair of samples. */
export function stepsTaken(): Numbers {
  const rate = 0.5;
  const steps: number[] = [];
  for (let i = 0; i < gradients.length; i++)
    for (let j = i + 1; j < gradients.length; j++)
      for (let c = 0; c < gradients[0].length; c++) {
        const before = 1;
        const after = before - (rate * (gradients[i][c] + gradients[j][c])) / 2;
        steps.push((after - before) / rate);
      }
  return {"B = 2, every pair": steps};
}
