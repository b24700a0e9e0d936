import {integer, type MatrixLike, matrix} from "../check.js";
import type {UniformSource} from "./batchGradients.js";

/**
 * A data set of n rows of a table, drawn with replacement: the table plays the population. The result
 * is n×d. An index is ⌊rows·u⌋.
 *
 * @throws RangeError on an n that is not a positive integer.
 * @example drawDataSet([[1]], 2, source); // [[1], [1]]
 */
export function drawDataSet(population: MatrixLike, n: number, source: UniformSource): number[][] {
  const rows = matrix("population", population).to2DArray();
  integer("n", n, 1);
  return Array.from({length: n}, () => [...rows[Math.floor(source.next() * rows.length)]]);
}
