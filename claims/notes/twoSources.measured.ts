import {everyOrderedBatch, everySubset, orderedBatches, overDataSets} from "../brute/finiteLaw.js";
import {tuples} from "../brute/tuples.js";
import type {DrawnData, LawBatch, RowBatch} from "../cases/batches.js";
import type {Rows} from "../cases/matrices.js";
import {type Kept, type Place, regressionRows} from "../cases/setup.js";

/** The mean over every data set of its mean gradient. */
export const meanOfDataSets = ({law, samples: n}: LawBatch) =>
  overDataSets(law, n, n, everySubset).mean;

/** The mean over every ordered pair of a data set. */
export const meanWithin = ({data}: DrawnData) => everyOrderedBatch(data, 2).mean;

const outer = (x: readonly number[], y: readonly number[]) => x.flatMap(a => y.map(b => a * b));

const average = (data: Rows, picks: readonly number[]) =>
  data[0].map((_, j) => picks.reduce((s, i) => s + data[i][j], 0) / picks.length);

const minus = (x: readonly number[], y: readonly number[]) => x.map((a, i) => a - y[i]);

/** Sums over every data set and every sequence of batches of products of what `visit` returns. */
function everyRun(
  at: Kept,
  steps: number,
  visit: (batch: readonly number[], sampling: readonly number[]) => readonly number[]
): number[] {
  const {points, probabilities} = at.law;
  const d = points[0].length;
  const g = Array.from({length: d}, (_, j) =>
    points.reduce((s, point, k) => s + probabilities[k] * point[j], 0)
  );
  const sums: number[] = [];
  const batches = tuples(at.samples, at.batchSize);
  for (const picks of tuples(points.length, at.samples)) {
    const data = picks.map(k => points[k]);
    const weight = picks.reduce((p, k) => p * probabilities[k], 1);
    const all = average(
      data,
      data.map((_, i) => i)
    );
    const noises = batches.map(batch => minus(average(data, batch), all));
    const sampling = minus(all, g).map(x => steps * x);
    const walk = (sum: readonly number[], chance: number, left: number) => {
      if (left > 0)
        for (const noise of noises)
          walk(
            sum.map((x, j) => x + noise[j]),
            chance / noises.length,
            left - 1
          );
      else
        for (const [e, x] of visit(sum, sampling).entries()) sums[e] = (sums[e] ?? 0) + chance * x;
    };
    walk(Array<number>(d).fill(0), weight, steps);
  }
  return sums;
}

const plus = (x: readonly number[], y: readonly number[]) => x.map((a, i) => a + y[i]);

/** One step: ξ_total, ν_batch, ν_sampling with themselves, and the last two with each other. */
export const oneStep = (at: Kept) =>
  everyRun(at, 1, (batch, sampling) => {
    const total = plus(batch, sampling);
    return [
      ...outer(total, total),
      ...outer(batch, batch),
      ...outer(sampling, sampling),
      ...outer(batch, sampling)
    ];
  });

/** T steps: the sum of ξ_total, and that of ν_batch alone. */
export const manySteps = (at: Kept) =>
  everyRun(at, at.steps, (batch, sampling) => {
    const total = plus(batch, sampling);
    return [...outer(total, total), ...outer(batch, batch)];
  });

/** Central differences of the mean loss, exact for squares. */
export const slopesOfMeanLoss = ({theta}: Place) => {
  const {features, targets} = regressionRows;
  const loss = (w: readonly number[]) =>
    features.reduce((s, x, i) => s + (x[0] * w[0] + x[1] * w[1] - targets[i]) ** 2 / 2, 0) /
    features.length;
  return [0, 1].map(j => {
    const moved = (by: number) => theta.map((x, k) => (k === j ? x + by : x));
    return loss(moved(0.5)) - loss(moved(-0.5));
  });
};

/** Half the mean square of differences, over all n² ordered pairs. */
export const halfDifferences = ({rows}: RowBatch) => {
  const pairs = rows.flatMap(x => rows.map(y => minus(x, y)));
  const d = rows[0].length;
  return Array.from(
    {length: d * d},
    (_, e) => pairs.reduce((s, x) => s + x[Math.floor(e / d)] * x[e % d], 0) / 2 / pairs.length
  );
};

export {orderedBatches};

/** Means of each slot of an ordered batch, and of their average. */
export const everySlot = ({rows, batchSize: b}: RowBatch) => {
  const all = tuples(rows.length, b);
  const mean = (f: (batch: readonly number[]) => readonly number[]) =>
    rows[0].map((_, j) => all.reduce((s, batch) => s + f(batch)[j], 0) / all.length);
  return [
    ...Array.from({length: b}, (_, slot) => mean(batch => rows[batch[slot]])),
    mean(batch => average(rows, batch))
  ];
};

const products =
  (distinct: boolean) =>
  ({rows, batchSize}: RowBatch) => {
    const full = average(
      rows,
      rows.map((_, i) => i)
    );
    const centred = rows.map(row => minus(row, full));
    const all = tuples(rows.length, batchSize, distinct);
    const sums = Array<number>((batchSize ** 2 + 1) * full.length ** 2).fill(0);
    for (const batch of all) {
      const whole = average(centred, batch);
      const terms = [
        ...batch.flatMap(i => batch.flatMap(j => outer(centred[i], centred[j]))),
        ...outer(whole, whole)
      ];
      for (const [e, x] of terms.entries()) sums[e] += x / all.length;
    }
    return sums;
  };

/** E yⱼyₖᵀ for every two slots, and E of the batch mean's, over all ordered batches. */
export const everyProduct = products(false);

/** The same where no sample comes twice. */
export const everyProductWithout = products(true);
