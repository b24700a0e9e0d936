import type {Column} from "./experiment.js";

/** How one column of a table is read off its rows. */
export type ColumnOf<Row, C extends Column = Column> = (rows: readonly Row[]) => C;

/** Numbers, as float64. */
export const number =
  <Row>(of: (row: Row) => number): ColumnOf<Row, Float64Array> =>
  rows =>
    Float64Array.from(rows, row => of(row));

/** Whole numbers of at most 32 bits. */
export const integer =
  <Row>(of: (row: Row) => number): ColumnOf<Row, Int32Array> =>
  rows =>
    Int32Array.from(rows, row => of(row));

/** Words. */
export const text =
  <Row>(of: (row: Row) => string): ColumnOf<Row, readonly string[]> =>
  rows =>
    rows.map(row => of(row));

/**
 * A table: its rows, and for each column how it is read off a row. Columns stand in the order written.
 *
 * @example table([{b: 2, loss: 0.5}], {b: integer(row => row.b), loss: number(row => row.loss)})
 */
export const table = <Row, Columns extends Readonly<Record<string, ColumnOf<Row>>>>(
  rows: readonly Row[],
  columns: Columns & Readonly<Record<string, ColumnOf<Row>>>
) =>
  Object.fromEntries(Object.entries(columns).map(([name, of]) => [name, of(rows)])) as {
    [Name in keyof Columns]: ReturnType<Columns[Name]>;
  };
