import {eliminated, stationaryByElimination} from "../brute/stationaryByElimination.js";
import type {heatingDays, reusedScenarios} from "../cases/orders.js";

type Reused = (typeof reusedScenarios)[number];

/** All subsets of a size of the numbers below n. */
function subsets(n: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  return Array.from({length: Math.max(0, n - from)}, (_, k) => from + k).flatMap(first =>
    subsets(n, size - 1, first + 1).map(rest => [first, ...rest])
  );
}

/** All sequences of a length of the numbers below n. */
const sequences = (n: number, length: number): number[][] =>
  length === 0
    ? [[]]
    : sequences(n, length - 1).flatMap(head => Array.from({length: n}, (_, k) => [...head, k]));

const meanOf = (rows: readonly (readonly number[])[]) =>
  rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j] / rows.length, 0));

/** Every set of n scenarios: where its runs settle, and how widely, with every batch of it. */
function settled(
  {hessian, gradients, scenarios, batchSize, learningRate}: Reused,
  batchesOf: (n: number, size: number) => number[][]
) {
  const d = hessian.length;
  const centre = meanOf(gradients);
  const rows = gradients.map(row => row.map((x, j) => x - centre[j]));
  const sets = subsets(rows.length, scenarios);
  const total = hessian.map(row => row.map(() => 0));
  for (const set of sets) {
    const own = set.map(k => rows[k]);
    const mean = meanOf(own);
    const minimum = eliminated(hessian, mean);
    const batches = batchesOf(scenarios, batchSize).map(batch => meanOf(batch.map(k => own[k])));
    const noise = hessian.map((_, i) =>
      hessian.map((_, j) =>
        batches.reduce(
          (sum, batch) => sum + ((batch[i] - mean[i]) * (batch[j] - mean[j])) / batches.length,
          0
        )
      )
    );
    const spread = stationaryByElimination({hessian, noise, rate: learningRate});
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++)
        total[i][j] += (spread[i][j] + minimum[i] * minimum[j]) / sets.length;
  }
  return total.flat();
}

export const reused = (each: Reused) => settled(each, (n, size) => subsets(n, size));

/** With batches in which a scenario may come twice. */
export const reusedWithReplacement = (each: Reused) => settled(each, sequences);

/** Q by the best of all splits, found by thirds. */
function best(day: readonly [number, number], x: readonly number[], shortage: number): number {
  const cost = (y: number) => {
    const first = Math.max(0, day[0] - x[0] - y);
    const second = Math.max(0, day[1] - x[1] - (x[2] - y));
    return (shortage / 2) * (first * first + second * second);
  };
  let [low, high] = [0, x[2]];
  for (let k = 0; k < 120; k++) {
    const [left, right] = [(2 * low + high) / 3, (low + 2 * high) / 3];
    if (cost(left) <= cost(right)) high = right;
    else low = left;
  }
  return cost((low + high) / 2);
}

/** Q and its differences. */
export function secondStage({first, second, plan, shortage}: (typeof heatingDays)[number]) {
  const at = (x: readonly number[]) => best([first, second], x, shortage);
  const h = 1e-4;
  return [
    at(plan),
    ...plan.map((_, i) => {
      const [up, down] = [h, -h].map(by => plan.map((x, j) => (i === j ? x + by : x)));
      return (at(up) - at(down)) / (2 * h);
    })
  ];
}
