import {rowsProduct} from "../linalg/rowsProduct.js";

/** Consecutive rows, `width` numbers each, row by row; good until the next piece is asked for. */
export interface Piece {
  /** The number of the first of them, from 0. */
  readonly from: number;
  readonly count: number;
  readonly data: Float64Array;
}

/** Writes what row i becomes to `to`, which holds zeros. */
export type MakeRow = (row: Float64Array, to: Float64Array, i: number) => void;

/** Numbers in rows, in memory or in a file: what is told of a table reads it through this. */
export interface Rows {
  readonly n: number;
  readonly width: number;
  /** Row i, from 0; good until another row is asked for. Cheap where rows are asked for in order. */
  row(i: number): Float64Array;
  /** All rows in order, all at once where they are in memory. */
  pieces(): Iterable<Piece>;
  /** Entry j of every row. */
  column(j: number): Float64Array;
  /** As many rows, each made of one of these: now, or whenever it is read. */
  map(width: number, make: MakeRow): Rows;
  /** As many rows, each times a matrix of `width` rows and `wide` columns, which is given row by row. */
  times(matrix: Float64Array, wide: number): Rows;
  /** The same rows, made now where they were to be made whenever they are read. */
  kept(): Rows;
}

/** n rows of `width` numbers in memory, row by row. */
export function rowsInMemory(data: Float64Array, n: number, width: number): Rows {
  const row = (i: number) => data.subarray(i * width, i * width + width);
  const rows: Rows = {
    n,
    width,
    row,
    pieces: () => [{from: 0, count: n, data}],
    column: j => Float64Array.from({length: n}, (_, i) => data[i * width + j]),
    map(wide, make) {
      const made = new Float64Array(n * wide);
      for (let i = 0; i < n; i++) make(row(i), made.subarray(i * wide, i * wide + wide), i);
      return rowsInMemory(made, n, wide);
    },
    times: (matrix, wide) => rowsInMemory(rowsProduct(data, n, width, matrix, wide), n, wide),
    kept: () => rows
  };
  return rows;
}

/** Some of the columns, from `from` up to, and without, `to`. */
export const columnsOf = (rows: Rows, from: number, to: number): Rows =>
  rows.map(to - from, (row, part) => part.set(row.subarray(from, to)));
