import type {Column} from "./column.js";

/** A row of a table: the entry of every column under its name. */
export type Row<Table = Readonly<Record<string, Column>>> = {
  readonly [Name in keyof Table]: Table[Name] extends readonly string[]
    ? string
    : Table[Name] extends Float64Array | Int32Array
      ? number
      : number | string;
};

/** The exact expectation of a measured column, as a function of what the other columns say of a row. */
export interface Expectation<R = Row> {
  /** The column that holds the standard error of the measured one, or how a row gives it. */
  readonly standardError: (keyof R & string) | ((row: R) => number);
  /** Independent replicates behind every row. */
  readonly replicates: number;
  /** The expectation in a row, NaN where none is known. */
  value(row: R): number;
}

/** What a builder declares of a table: expectations by the name of the measured column. */
export type Expectations<Table> = {readonly [Name in keyof Table]?: Expectation<Row<Table>>};

/** Name of the column that holds what is expected of another: `expectedVariance` of `variance`. */
export const expectedName = (column: string): string =>
  `expected${column[0].toUpperCase()}${column.slice(1)}`;

/** The standard error of a measured entry. */
export const standardErrorIn = <R extends Row>(
  {standardError}: Pick<Expectation<R>, "standardError">,
  row: R
): number =>
  typeof standardError === "string" ? (row[standardError] as number) : standardError(row);

/** The rows of a table, in their order. */
export function rowsOf(table: Readonly<Record<string, Column>>): Row[] {
  const columns = Object.entries(table);
  return Array.from({length: columns[0]?.[1].length ?? 0}, (_, k) =>
    Object.fromEntries(columns.map(([name, column]) => [name, column[k]]))
  ) as Row[];
}

/**
 * The columns that an experiment's expectations add to its table, by `expectedName`.
 *
 * @throws Error naming the column where what is declared is none of the table, or its name is taken
 */
export function expectedColumns(
  experiment: {
    readonly name: string;
    expected?(scale: number): Readonly<Record<string, Expectation>>;
  },
  table: Readonly<Record<string, Column>>,
  scale: number
): Record<string, Float64Array> {
  const rows = rowsOf(table);
  const expected: Record<string, Float64Array> = {};
  for (const [column, {standardError, value}] of Object.entries(
    experiment.expected?.(scale) ?? {}
  )) {
    const named = typeof standardError === "string" ? [standardError] : [];
    for (const wanted of [column, ...named])
      if (!(table[wanted] instanceof Float64Array))
        throw new Error(
          `${experiment.name}: what is expected must name columns of float64; got ${wanted}`
        );
    const name = expectedName(column);
    if (name in table) throw new Error(`${experiment.name}: there is a column ${name} already`);
    expected[name] = Float64Array.from(rows, row => value(row));
  }
  return expected;
}
