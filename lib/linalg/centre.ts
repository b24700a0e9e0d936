import type {Matrix} from "ml-matrix";
import {rowsOf} from "../rowsOf.js";
import {type Dense, toMatrix} from "./dense.js";

/** The rows of a table minus their mean; the mean is corrected once for its own rounding. */
export const centre = (table: Matrix): Matrix =>
  toMatrix(centredEntries(rowsOf(table)), table.rows, table.columns);

/** The same of rows of one length, row by row in one list. */
export function centredEntries(rows: readonly ArrayLike<number>[]): Dense {
  const [n, d] = [rows.length, rows[0].length];
  const entries = new Float64Array(n * d);
  for (const [i, row] of rows.entries()) entries.set(row, i * d);
  for (let pass = 0; pass < 2; pass++) {
    const means = columnMeans(entries, n, d);
    for (let i = 0, at = 0; i < n; i++) for (let j = 0; j < d; j++, at++) entries[at] -= means[j];
  }
  return entries;
}

/** Each column's mean, of columns too whose sum is beyond the range of float64. */
function columnMeans(entries: Dense, n: number, d: number): Dense {
  const means = columnSums(entries, n, d, 1).map(sum => sum / n);
  return means.every(Number.isFinite) ? means : columnSums(entries, n, d, n);
}

/** The sum of each column's entries, each divided by `divisor`. */
function columnSums(entries: Dense, n: number, d: number, divisor: number): Dense {
  const sums = new Float64Array(d);
  for (let i = 0, at = 0; i < n; i++)
    for (let j = 0; j < d; j++, at++)
      sums[j] += divisor === 1 ? entries[at] : entries[at] / divisor;
  return sums;
}
