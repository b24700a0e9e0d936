import type {GradientBlock} from "../types.js";

/** A file's table: n×d numbers, row by row, with its tensors as blocks. */
export interface GradientFile {
  /** n. */
  readonly rows: number;
  /** d. */
  readonly columns: number;
  readonly data: Float64Array;
  /** None where the file has one unnamed array. */
  readonly blocks: readonly GradientBlock[];
  /** One name per row, where a column of the file is headed group or groups. */
  readonly groups?: ArrayLike<number | string>;
  /** One per column, where the file heads them. */
  readonly names?: readonly string[];
  /** `npy`, `npz`, `safetensors`, `arrow file`, `arrow stream`, `parquet` or `text`. */
  readonly format: string;
  /** Of the numbers in the file, as its format writes it. */
  readonly dtype: string;
}

/** One array of a file: n rows, flattened. */
export interface NamedArray {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
  readonly dtype: string;
}

/** Rows and columns of an array of this shape; one dimension is a column. Throws on a scalar and on no rows. */
export function rowsOf(shape: readonly number[], where: string): [number, number] {
  if (!shape.length) throw new RangeError(`${where} must hold rows; got a scalar: leave it out`);
  if (!shape.every(x => Number.isSafeInteger(x) && x >= 0))
    throw new RangeError(`${where} must have a shape of whole numbers; got (${shape.join(", ")})`);
  const [rows, ...rest] = shape;
  const columns = rest.reduce((product, x) => product * x, 1);
  if (rows === 0 || columns === 0)
    throw new RangeError(
      `${where} must have at least one row and column; got (${shape.join(", ")})`
    );
  return [rows, columns];
}

/** The first of arrays that have equally many rows. Throws where there is none, or one has others. */
export function equallyLong<T extends Pick<NamedArray, "name" | "rows">>(
  arrays: readonly T[],
  name: string
): T {
  const [first] = arrays;
  if (!first) throw new RangeError(`${name} must hold an array; got none`);
  const odd = arrays.find(({rows}) => rows !== first.rows);
  if (odd)
    throw new RangeError(
      `${name} must have arrays of equally many rows; got ${first.rows} in ${first.name}, ${odd.rows} in ${odd.name}: leave one of them out, or save all for the same samples`
    );
  return first;
}

/** An array of this name with one number per row says to which group a row belongs. */
const isGroups = ({name, columns}: Pick<NamedArray, "name" | "columns">): boolean =>
  /^groups?$/i.test(name) && columns === 1;

/** Arrays without the one that names groups, and that one. Throws RangeError where two do, or nothing else is there. */
export function withoutGroups<T extends Pick<NamedArray, "name" | "columns">>(
  arrays: readonly T[],
  name: string
): {arrays: T[]; groups?: T} {
  const wide = arrays.find(({name: own, columns}) => /^groups?$/i.test(own) && columns > 1);
  if (wide)
    throw new RangeError(
      `${wide.name} in ${name} must have one number per row, as it names groups; got ${wide.columns}`
    );
  const [groups, ...others] = arrays.filter(isGroups);
  if (others.length)
    throw new RangeError(
      `${name} must have at most one array of groups; got ${groups.name} and ${others[0].name}`
    );
  const rest = arrays.filter(array => !isGroups(array));
  if (groups && !rest.length)
    throw new RangeError(`${name} must have numbers besides its groups; got none`);
  return {arrays: rest, ...(groups && {groups})};
}

/** Named arrays side by side; one of them may name groups. */
export function namedSideBySide(
  all: readonly NamedArray[],
  name: string,
  format: string
): GradientFile {
  equallyLong(all, name);
  const {arrays, groups} = withoutGroups(all, name);
  return {...sideBySide(arrays, name, format), ...(groups && {groups: groups.data})};
}

/** Arrays side by side, each a block; one alone has none. Throws where their rows differ. */
export function sideBySide(
  arrays: readonly NamedArray[],
  name: string,
  format: string
): GradientFile {
  const {rows} = equallyLong(arrays, name);
  const columns = arrays.reduce((sum, array) => sum + array.columns, 0);
  const data = new Float64Array(rows * columns);
  const blocks: GradientBlock[] = [];
  let from = 0;
  for (const array of arrays) {
    for (let i = 0; i < rows; i++)
      data.set(array.data.subarray(i * array.columns, (i + 1) * array.columns), i * columns + from);
    blocks.push({name: array.name, from, to: from + array.columns});
    from += array.columns;
  }
  const dtype = [...new Set(arrays.map(array => array.dtype))].join(", ");
  return {rows, columns, data, blocks: arrays.length > 1 ? blocks : [], format, dtype};
}
