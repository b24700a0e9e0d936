import type {NamedArray} from "./table.js";

/** A column of a table as a library hands it over: numbers, lists of numbers, words, null. */
export interface Column {
  readonly name: string;
  readonly values: readonly unknown[];
}

/** A column of this name says to which group a row belongs. */
export const groupName = /^groups?$/i;

/** Throws RangeError where two columns have one name, which readers mix up, or two are of groups. */
export function checkNames(names: readonly string[], name: string): void {
  const twice = names.find((column, k) => names.indexOf(column) !== k);
  if (twice !== undefined)
    throw new RangeError(`${name} must have columns of different names; got ${twice} twice`);
  const groups = names.filter(column => groupName.test(column));
  if (groups.length > 1)
    throw new RangeError(
      `${name} must have at most one column of groups; got ${groups.join(" and ")}`
    );
}

/**
 * Columns as arrays of a file. One of numbers is an array of one column, one of lists of equal length has as many;
 * a null is NaN, which the report finds. The column that is named group or groups is none of them.
 *
 * @throws RangeError on no rows, on columns as `checkNames`, on a row without a group, on a column of words, and on
 * lists of different lengths, naming column and row
 */
export function arraysOf(
  columns: readonly Column[],
  dtypes: readonly string[],
  name: string
): {arrays: NamedArray[]; groups?: (number | string)[]} {
  const rows = columns[0]?.values.length ?? 0;
  if (!rows) throw new RangeError(`${name} must have at least one row and column; got none`);
  checkNames(
    columns.map(column => column.name),
    name
  );
  const groups = columns
    .find(column => groupName.test(column.name))
    ?.values.map((value, i) => asGroup(value, name, i));
  const arrays = columns.flatMap((column, k) =>
    groupName.test(column.name) ? [] : [arrayOf(column, dtypes[k], name)]
  );
  return groups ? {arrays, groups} : {arrays};
}

function asGroup(value: unknown, name: string, row: number): number | string {
  if (value === null || value === undefined)
    throw new RangeError(`${name} must name a group in every row; got none in row ${row}`);
  return typeof value === "number" ? value : String(value);
}

function arrayOf({name: column, values}: Column, dtype: string, name: string): NamedArray {
  const where = `${column} in ${name}`;
  const first = values.find(value => value !== null && value !== undefined);
  const width = isList(first) ? [...first].length : 1;
  if (width === 0) throw new RangeError(`${where} must have numbers in its lists; got none`);
  const data = new Float64Array(values.length * width);
  for (const [i, value] of values.entries()) {
    const entries =
      value === null || value === undefined ? null : isList(value) ? [...value] : [value];
    if (entries && entries.length !== width)
      throw new RangeError(
        `${where} must have lists of ${width} numbers in every row; got ${entries.length} in row ${i}: leave that column out`
      );
    for (let j = 0; j < width; j++)
      data[i * width + j] = numberOf(entries?.[j], `${where}, row ${i}`);
  }
  return {name: column, rows: values.length, columns: width, data, dtype};
}

const isList = (value: unknown): value is Iterable<unknown> =>
  typeof value === "object" && value !== null && Symbol.iterator in value;

function numberOf(value: unknown, where: string): number {
  if (value === null || value === undefined) return Number.NaN;
  if (typeof value === "number") return value;
  if (typeof value === "bigint" || typeof value === "boolean") return Number(value);
  const text = value instanceof Date ? value.toISOString() : JSON.stringify(String(value));
  throw new RangeError(
    `${where} must be a number; got ${text.slice(0, 40)}: leave that column out`
  );
}
