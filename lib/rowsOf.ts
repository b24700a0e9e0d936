import {Matrix} from "ml-matrix";

/**
 * The rows of a matrix as lists of numbers: those that a `Matrix` of `ml-matrix` keeps, where it keeps them so, which
 * is many times as fast as to ask for every entry; else copies.
 */
export const rowsOf = (m: Matrix): readonly ArrayLike<number>[] =>
  storedRows(m) ?? Array.from({length: m.rows}, (_, i) => m.getRow(i));

/** The matrix with rows that `fill` writes, one after another. */
export function matrixByRows(
  rows: number,
  columns: number,
  fill: (row: Float64Array, i: number) => void
): Matrix {
  const out = new Matrix(rows, columns);
  const stored = storedRows(out);
  for (let i = 0; i < rows; i++) {
    const row = stored?.[i] ?? new Float64Array(columns);
    fill(row, i);
    if (!stored) out.setRow(i, row);
  }
  return out;
}

function storedRows(m: Matrix): Float64Array[] | undefined {
  const {data} = m as Matrix & {data?: unknown};
  const isStore =
    Array.isArray(data) &&
    data.length === m.rows &&
    data.every(row => row instanceof Float64Array && row.length === m.columns);
  return isStore ? data : undefined;
}
