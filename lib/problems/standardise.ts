import {type MatrixLike, matrix} from "../check.js";
import {square} from "../elementary/square.js";

/** A table with centred, unit-variance columns, and what takes it back: x = mean + deviation · z. */
export interface StandardisedTable {
  rows: number[][];
  means: number[];
  deviations: number[];
}

/**
 * Columns to mean 0 and standard deviation 1
 *
 *     z = (x − x̄) / s,   s² = 1/(n−1) Σ (x − x̄)²
 *
 * `table` is n×d, one row per sample.
 *
 * @throws RangeError on fewer than two rows or on a column that is constant (to rounding).
 * @example
 * standardise([[1], [2], [3]]); // rows [[-1], [0], [1]], means [2], deviations [1]
 */
export function standardise(table: MatrixLike): StandardisedTable {
  const rows = matrix("table", table).to2DArray();
  const n = rows.length;
  if (n < 2) throw new RangeError(`table must have at least 2 rows; got ${n}`);
  const means: number[] = [];
  const deviations: number[] = [];
  for (let j = 0; j < rows[0].length; j++) {
    const largest = rows.reduce((m, row) => Math.max(m, Math.abs(row[j])), 0);
    let mean = rows.reduce((s, row) => s + row[j], 0) / n;
    mean += rows.reduce((s, row) => s + (row[j] - mean), 0) / n;
    const deviation = Math.sqrt(rows.reduce((s, row) => s + square(row[j] - mean), 0) / (n - 1));
    if (!(deviation > 4 * Number.EPSILON * largest))
      throw new RangeError(`table must have no constant column; column ${j} is ${mean} throughout`);
    means.push(mean);
    deviations.push(deviation);
  }
  return {
    rows: rows.map(row => row.map((x, j) => (x - means[j]) / deviations[j])),
    means,
    deviations
  };
}
