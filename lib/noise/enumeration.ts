import {Matrix} from "ml-matrix";
import {integer, type MatrixLike, matrix} from "../check.js";
import {integerPower} from "../elementary/integerPower.js";

/** Mean and covariance of the mini-batch mean over every equally likely batch. */
export interface EnumeratedBatches {
  /** How many batches there are: C(n, b), or nᵇ. */
  batches: number;
  mean: number[];
  /** Divided by the number of batches: it is the covariance of the whole law, not of a sample. */
  covariance: Matrix;
}

/** The most batches that are visited before an enumeration is refused. */
export const enumerationLimit = 1e6;

/**
 * Covariance of the mini-batch mean by visiting all C(n, b) subsets of size b, each once.
 *
 * Nothing is used but the definition E[(g_B − E g_B)(g_B − E g_B)ᵀ]; sums are compensated
 * (Neumaier), so 10⁶ terms cost no digits. The twin of `finitePopulationCovariance`.
 *
 * @throws RangeError when C(n, b) exceeds `enumerationLimit` or b is not in [1, n].
 * @example
 * enumerateSubsets([[1], [2], [3]], 2).covariance; // [[1/6]]
 */
export function enumerateSubsets(gradients: MatrixLike, batchSize: number): EnumeratedBatches {
  const rows = matrix("gradients", gradients).to2DArray();
  const b = integer("batchSize", batchSize, 1, rows.length);
  let count = 1;
  for (let i = 1; i <= b; i++) count = (count * (rows.length - b + i)) / i;
  return visit(
    rows,
    b,
    Math.round(count),
    indices => {
      let i = b - 1;
      while (i >= 0 && indices[i] === rows.length - b + i) i--;
      if (i < 0) return false;
      indices[i]++;
      for (let j = i + 1; j < b; j++) indices[j] = indices[j - 1] + 1;
      return true;
    },
    Array.from({length: b}, (_, i) => i)
  );
}

/**
 * Covariance of the mini-batch mean by visiting all nᵇ ordered batches drawn with replacement.
 *
 * @throws RangeError when nᵇ exceeds `enumerationLimit` or b is not a positive integer.
 * @example
 * enumerateOrderedBatches([[1], [2], [3]], 2).covariance; // [[1/3]]
 */
export function enumerateOrderedBatches(
  gradients: MatrixLike,
  batchSize: number
): EnumeratedBatches {
  const rows = matrix("gradients", gradients).to2DArray();
  const b = integer("batchSize", batchSize, 1);
  return visit(
    rows,
    b,
    integerPower(rows.length, b),
    indices => {
      let i = b - 1;
      while (i >= 0 && indices[i] === rows.length - 1) indices[i--] = 0;
      if (i < 0) return false;
      indices[i]++;
      return true;
    },
    Array<number>(b).fill(0)
  );
}

function visit(
  rows: number[][],
  b: number,
  batches: number,
  next: (indices: number[]) => boolean,
  first: number[]
): EnumeratedBatches {
  if (batches > enumerationLimit)
    throw new RangeError(
      `batchSize must leave at most ${enumerationLimit} batches to visit; got ${batches} for batchSize ${b} of ${rows.length}`
    );
  const d = rows[0].length;
  const mean = walk(d, (g, add) => {
    for (let i = 0; i < d; i++) add(i, g[i]);
  }).map(s => s / batches);
  const products = walk(d * d, (g, add) => {
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++) add(i * d + j, (g[i] - mean[i]) * (g[j] - mean[j]));
  });
  const covariance = Matrix.from1DArray(
    d,
    d,
    products.map(s => s / batches)
  );
  return {batches, mean, covariance};

  function walk(
    size: number,
    term: (batchMean: Float64Array, add: (i: number, x: number) => void) => void
  ): number[] {
    const sum = new Float64Array(size);
    const lost = new Float64Array(size);
    const add = (i: number, x: number) => {
      const s = sum[i] + x;
      lost[i] += Math.abs(sum[i]) >= Math.abs(x) ? sum[i] - s + x : x - s + sum[i];
      sum[i] = s;
    };
    const batchMean = new Float64Array(d);
    const indices = [...first];
    do {
      batchMean.fill(0);
      for (const index of indices) for (let i = 0; i < d; i++) batchMean[i] += rows[index][i];
      for (let i = 0; i < d; i++) batchMean[i] /= b;
      term(batchMean, add);
    } while (next(indices));
    return Array.from(sum, (s, i) => s + lost[i]);
  }
}
