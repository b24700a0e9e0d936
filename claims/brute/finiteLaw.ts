import {enumerateOrderedBatches, enumerateSubsets} from "../../lib/noise/enumeration.js";
import type {RowBatch} from "../cases/batches.js";
import type {Rows} from "../cases/matrices.js";
import {add, outer, type Square, scale} from "./arrays.js";

/** A law on finitely many points: a row of `points` with each probability. */
export interface FiniteLaw {
  readonly points: Rows;
  readonly probabilities: readonly number[];
}

/** Mean and covariance of a mini-batch mean. */
export interface BatchLaw {
  readonly mean: number[];
  readonly covariance: Square;
}

/** What a batch is drawn from a data set by. */
export type Draw = (rows: Rows, b: number) => BatchLaw;

export const everySubset: Draw = (rows, b) => {
  const {mean, covariance} = enumerateSubsets(rows, b);
  return {mean, covariance: covariance.to2DArray()};
};

export const everyOrderedBatch: Draw = (rows, b) => {
  const {mean, covariance} = enumerateOrderedBatches(rows, b);
  return {mean, covariance: covariance.to2DArray()};
};

/** Cov(g_B) over every ordered batch of a data set. */
export const orderedBatches = ({rows, batchSize}: RowBatch): Square =>
  everyOrderedBatch(rows, batchSize).covariance;

/** Every data set of n independent draws, with its probability. */
export function* everyDataSet<Point>(
  points: readonly Point[],
  probabilities: readonly number[],
  n: number
): Generator<{readonly data: readonly Point[]; readonly chance: number}> {
  for (let code = 0; code < points.length ** n; code++) {
    const data: Point[] = [];
    let chance = 1;
    for (let i = 0, rest = code; i < n; i++, rest = Math.floor(rest / points.length)) {
      data.push(points[rest % points.length]);
      chance *= probabilities[rest % points.length];
    }
    yield {data, chance};
  }
}

/** Averages over data sets of the mean and covariance within each, and of the covariance between. */
export interface LawOverDataSets {
  readonly mean: number[];
  /** E Cov(g_B | data). */
  readonly within: Square;
  /** Cov(E[g_B | data]). */
  readonly between: Square;
}

/** The law of g_B over every data set of n independent draws and every batch of it. */
export function overDataSets(
  {points, probabilities}: FiniteLaw,
  n: number,
  b: number,
  draw: Draw
): LawOverDataSets {
  const d = points[0].length;
  const zero = () => Array.from({length: d}, () => new Array<number>(d).fill(0));
  let within = zero();
  let second = zero();
  const mean = new Array<number>(d).fill(0);
  for (const {data, chance} of everyDataSet(points, probabilities, n)) {
    const batch = draw(data, b);
    within = add(within, scale(batch.covariance, chance));
    second = add(second, scale(outer(batch.mean), chance));
    for (let i = 0; i < d; i++) mean[i] += chance * batch.mean[i];
  }
  return {mean, within, between: add(second, scale(outer(mean), -1))};
}

/** The same for a case that says its law, n and b, every batch a subset. */
export const overSubsets = ({law, n, b}: {law: FiniteLaw; n: number; b: number}): LawOverDataSets =>
  overDataSets(law, n, b, everySubset);

/** Cov(g_B) over every data set and every subset of it. */
export function batchCovariance(each: Parameters<typeof overSubsets>[0]): Square {
  const {within, between} = overSubsets(each);
  return add(within, between);
}
