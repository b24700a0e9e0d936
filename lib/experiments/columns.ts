/** Columns of a table, read off its rows: of numbers, of whole numbers, of words. */
export const columnsOf = <Row>(rows: readonly Row[]) => ({
  number: (of: (row: Row) => number): Float64Array => Float64Array.from(rows, row => of(row)),
  integer: (of: (row: Row) => number): Int32Array => Int32Array.from(rows, row => of(row)),
  text: (of: (row: Row) => string): string[] => rows.map(row => of(row))
});

/** Two columns, of means and of their standard errors, under their names. */
export const meanColumns = <Mean extends string, StandardError extends string>(
  mean: Mean,
  standardError: StandardError,
  estimates: readonly {readonly mean: number; readonly standardError: number}[]
) =>
  ({
    [mean]: Float64Array.from(estimates, each => each.mean),
    [standardError]: Float64Array.from(estimates, each => each.standardError)
  }) as Record<Mean | StandardError, Float64Array>;
