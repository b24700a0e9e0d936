import {around} from "./measure.js";
import {
  type FourthMoments,
  gramOf,
  influenceError,
  scatterOf,
  squaredLengths,
  sumOfSquares,
  traceOfSquare
} from "./moments.js";
import {type Rows, rowsInMemory} from "./rows.js";
import type {Sample} from "./sample.js";
import type {CovarianceError} from "./types.js";

/** What relative error `rowsNeeded` is for. */
const wanted = 0.1;

/**
 * Expected relative error of the covariance of the rows, from fourth moments of the rows themselves
 *
 *     √(E‖Ĝ − G‖²_F)/‖G‖_F,   E‖Ĝ − G‖²_F = (E‖x‖⁴ − Tr G²)/n
 *
 * or, with groups, m/(m−1) Σ_g ‖Σ_{i∈g} (xᵢxᵢᵀ − S)‖²_F/n². ‖G‖² is the unbiased Tr G². The Gaussian
 * value is √((1 + (Tr G)²/Tr G²)/n). `split` is the error that the halves of the rows show, NaN where it is not known.
 */
export function covarianceErrorOf(
  sample: Sample,
  scatter: Scatter,
  moments: FourthMoments,
  split: number
): CovarianceError {
  const {n, d, whole, quantile, factor} = sample;
  if (whole)
    return {
      value: 0,
      standardError: 0,
      low: 0,
      high: 0,
      rowsNeeded: n,
      splitHalves: null,
      gaussian: 0
    };
  const square = traceOfSquare(n, moments, Math.min(d, n - 1));
  const seen = sample.grouped
    ? groupedSquares(sample, scatter).map(x => factor * factor * x)
    : squaredLengths(scatter.rows).map(x => (factor * x) ** 2);
  // A mean over rows: of ‖x‖⁴, or of what a row's group has of the sum above.
  const fourth = seen.reduce((sum, x) => sum + x / n, 0);
  const meanSquare = Math.max(0, fourth - (sample.grouped ? 0 : moments.square)) / n;
  const value = Math.sqrt(meanSquare / square);
  const influence = scatter.quadratics.map((quadratic, i) => {
    const relative = (factor * factor * quadratic) / ((n - 1) * moments.square);
    return (seen[i] - fourth) / square - (2 * fourth * (relative - 1)) / square;
  });
  const mean = influence.reduce((sum, x) => sum + x / n, 0);
  const error =
    influenceError(
      sample,
      influence.map(x => x - mean)
    ) / n;
  return {
    ...around(value, value > 0 ? error / (2 * value) : 0, quantile, {least: 0}),
    rowsNeeded: Number(Math.ceil(n * (value / wanted) ** 2).toPrecision(2)),
    splitHalves: Number.isFinite(split) ? split : null,
    gaussian: Math.sqrt((1 + moments.trace ** 2 / square) / n)
  };
}

/** Rows in any orthogonal basis, their scatter K seen by each, xᵢᵀKxᵢ, and ‖K‖²_F. */
export interface Scatter {
  readonly rows: Rows;
  readonly quadratics: Float64Array;
  readonly square: number;
}

/** m/(m−1) ‖Σ_{i∈g} (xᵢxᵢᵀ − K/n)‖²_F of each row's group, divided by its size; K the scatter. */
function groupedSquares(
  {n, members, clusters: m}: Sample,
  {rows: all, quadratics, square: whole}: Scatter
): Float64Array {
  const rows = Array.from({length: m}, () => [] as number[]);
  for (const [i, cluster] of members.entries()) rows[cluster].push(i);
  const size = whole / (n * n);
  const shares = rows.map(set => {
    const cross = set.reduce((sum, i) => sum + quadratics[i], 0);
    const square = normOfSet(all, set) + set.length ** 2 * size - (2 * set.length * cross) / n;
    return (m * square) / ((m - 1) * set.length);
  });
  return Float64Array.from(members, cluster => shares[cluster]);
}

/** ‖A‖²_F of the scatter A of a set of rows: from the smaller of the two products. */
function normOfSet(all: Rows, set: readonly number[]): number {
  const k = all.width;
  const small = set.length <= k;
  const part = new Float64Array(k * Math.min(set.length, small ? k : 256));
  const scatter = new Float64Array(small ? 0 : k * k);
  let count = 0;
  const empty = () => {
    for (const [at, x] of scatterOf(rowsInMemory(part, count, k)).entries()) scatter[at] += x;
    count = 0;
  };
  for (const i of set) {
    if (!small && count * k === part.length) empty();
    part.set(all.row(i), k * count++);
  }
  if (small) return sumOfSquares(gramOf(rowsInMemory(part, count, k)));
  empty();
  return sumOfSquares(scatter);
}
