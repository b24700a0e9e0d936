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
  const lengths = squaredLengths(scatter.rows).map(x => factor * x);
  const fourth = (moments.fourth * (n - 1)) / n;
  const meanSquare = sample.grouped
    ? groupedError(sample, scatter) * factor * factor
    : Math.max(0, fourth - moments.square) / n;
  const value = Math.sqrt(meanSquare / square);
  const influence = scatter.quadratics.map((quadratic, i) => {
    const relative = (factor * factor * quadratic) / ((n - 1) * moments.square);
    return (lengths[i] ** 2 - fourth) / square - (2 * fourth * (relative - 1)) / square;
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

/** m/(m−1) Σ_g ‖Σ_{i∈g} (xᵢxᵢᵀ − K/n)‖²_F/n², K the scatter. */
function groupedError(
  {n, members, clusters: m}: Sample,
  {rows: all, quadratics, square: whole}: Scatter
): number {
  const rows = Array.from({length: m}, () => [] as number[]);
  for (const [i, cluster] of members.entries()) rows[cluster].push(i);
  const size = whole / (n * n);
  let total = 0;
  for (const set of rows) {
    const cross = set.reduce((sum, i) => sum + quadratics[i], 0);
    total += normOfSet(all, set) + set.length ** 2 * size - (2 * set.length * cross) / n;
  }
  return (m * total) / ((m - 1) * n * n);
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
