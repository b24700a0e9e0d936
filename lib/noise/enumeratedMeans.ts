import {Matrix} from "ml-matrix";
import {type MatrixLike, matrix} from "../check.js";
import {type SampleCounts, type SamplingScheme, sampleCounts} from "./sampleCounts.js";

/** Every mean that successive mini-batches can have, and the moments of all of them. */
export interface EnumeratedMeans {
  readonly outcomes: readonly (SampleCounts & {readonly mean: readonly number[]})[];
  readonly mean: readonly number[];
  /** d×d, of the whole law. */
  readonly covariance: Matrix;
}

/**
 * The mean gradient Σ cᵢψᵢ/(b·steps) of `steps` successive mini-batches for every possible c, with its
 * probability; and their mean and covariance, summed from the definition. The twin of
 * `averagedBatchCovariance`. `gradients` is n×d.
 *
 * @throws RangeError as `sampleCounts`.
 * @example
 * enumeratedMeans([[-1], [1]], {batchSize: 1, scheme: "with"}).covariance; // [[1]]
 */
export function enumeratedMeans(
  gradients: MatrixLike,
  {
    batchSize,
    steps = 1,
    scheme
  }: {readonly batchSize: number; readonly steps?: number; readonly scheme: SamplingScheme}
): EnumeratedMeans {
  const rows = matrix("gradients", gradients).to2DArray();
  const d = rows[0].length;
  const outcomes = sampleCounts({samples: rows.length, batchSize, steps, scheme}).map(outcome => ({
    ...outcome,
    mean: Array.from(
      {length: d},
      (_, j) => outcome.counts.reduce((s, c, i) => s + c * rows[i][j], 0) / (batchSize * steps)
    )
  }));
  const mean = Array.from({length: d}, (_, j) =>
    outcomes.reduce((s, outcome) => s + outcome.probability * outcome.mean[j], 0)
  );
  const covariance = Matrix.zeros(d, d);
  for (const outcome of outcomes)
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++)
        covariance.set(
          i,
          j,
          covariance.get(i, j) +
            outcome.probability * (outcome.mean[i] - mean[i]) * (outcome.mean[j] - mean[j])
        );
  return {outcomes, mean, covariance};
}
