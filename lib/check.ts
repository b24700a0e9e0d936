import {Matrix} from "ml-matrix";
import {matrixByRows, rowsOf} from "./rowsOf.js";

/** The entries of a matrix in one list, row after row. */
export interface FlatMatrix {
  readonly rows: number;
  readonly columns: number;
  /** rows·columns numbers; the one at (i, j) is data[i·columns + j]. */
  readonly data: ArrayLike<number>;
}

/**
 * A dense real matrix, as the public functions take it: rows of numbers, each an array or a typed array;
 * one list of all entries with the numbers of rows and columns; or an `ml-matrix` `Matrix`.
 */
export type MatrixLike = Matrix | FlatMatrix | readonly ArrayLike<number>[];

/** Raised where a matrix equation has no, or no unique, solution. */
export class NoSolutionError extends RangeError {
  override name = "NoSolutionError";
}

/** Raised where a recursion has no stationary law: its arguments lie outside the stability region. */
export class UnstableError extends RangeError {
  override name = "UnstableError";
}

/**
 * The rows of `value`, which must not be changed: its own where they are `Float64Array`s, which may hold what is not
 * finite, else those of a copy. Throws as `matrix`.
 */
export function rowsOfMatrix(name: string, value: MatrixLike): readonly ArrayLike<number>[] {
  return areOwn(value) ? value : rowsOf(matrix(name, value));
}

/** Whether these are rows of one length. */
function areOwn(value: unknown): value is readonly Float64Array[] {
  if (!Array.isArray(value) || !(value[0]?.length > 0)) return false;
  for (const row of value)
    if (!(row instanceof Float64Array && row.length === value[0].length)) return false;
  return true;
}

/** A copy of `value` as a `Matrix`; throws if it is empty, ragged or holds a non-finite entry. */
export function matrix(name: string, value: MatrixLike): Matrix {
  if (Matrix.isMatrix(value)) {
    const {rows: count, columns} = value as Matrix;
    const rows = rowsOf(value as Matrix);
    return filled(name, value, count, columns, i => rows[i]);
  }
  if (isFlat(value)) return fromFlat(name, value);
  const rows: unknown = value;
  const columns = isList(rows) && isList(rows[0]) ? rows[0].length : 0;
  const count = isList(rows) ? rows.length : 0;
  if (columns > 0)
    for (let i = 0; i < count; i++) {
      const row = (rows as ArrayLike<unknown>)[i];
      if (!isList(row) || row.length !== columns)
        throw new RangeError(
          `${name} must have rows of equal length; row 0 has ${columns} entries, row ${i} ${isList(row) ? `has ${row.length}` : `is ${describe(row)}`}`
        );
    }
  return filled(name, value, count, columns, i => value[i]);
}

/** The matrix with a row of entries in each list, from an index on. */
function filled(
  name: string,
  value: unknown,
  rows: number,
  columns: number,
  listOf: (i: number) => ArrayLike<number>,
  startOf: (i: number) => number = () => 0
): Matrix {
  if (rows === 0 || columns === 0)
    throw new RangeError(
      `${name} must be a non-empty matrix, a list of rows, {rows, columns, data} or an ml-matrix Matrix; got ${describe(value)}`
    );
  return matrixByRows(rows, columns, (row, i) => {
    const [list, start] = [listOf(i), startOf(i)];
    for (let j = 0; j < columns; j++) {
      const entry = list[start + j];
      if (!Number.isFinite(entry))
        throw new RangeError(
          `${name} must have finite numbers as entries; got ${describe(entry)} at (${i}, ${j})`
        );
      row[j] = entry;
    }
  });
}

const isFlat = (value: unknown): value is FlatMatrix =>
  typeof value === "object" && value !== null && !isList(value) && "data" in value;

function fromFlat(name: string, value: FlatMatrix): Matrix {
  const rows = integer(`${name}.rows`, value.rows, 1);
  const columns = integer(`${name}.columns`, value.columns, 1);
  if (!isList(value.data) || value.data.length !== rows * columns)
    throw new RangeError(
      `${name}.data must have rows·columns = ${rows * columns} entries; got ${isList(value.data) ? value.data.length : describe(value.data)}`
    );
  return filled(
    name,
    value,
    rows,
    columns,
    () => value.data,
    i => i * columns
  );
}

/** Arrays and typed arrays; a string has a length, too, but is none. */
const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

/** A copy of `value`, a list of finite numbers, of length `length` where that is given. */
export function vector(name: string, value: ArrayLike<number>, length?: number): number[] {
  if (!isList(value) || value.length === 0)
    throw new RangeError(`${name} must be a non-empty list of numbers; got ${describe(value)}`);
  if (length !== undefined && value.length !== length)
    throw new RangeError(`${name} must have ${length} entries; got ${value.length}`);
  return Array.from(value, (entry, i) => {
    if (!Number.isFinite(entry))
      throw new RangeError(`${name} must be finite; got ${describe(entry)} at ${i}`);
    return entry;
  });
}

/** A copy of `value` as a square `Matrix`, of order `order` where that is given. */
export function squareMatrix(name: string, value: MatrixLike, order?: number): Matrix {
  const m = matrix(name, value);
  if (m.rows !== m.columns || (order !== undefined && m.rows !== order))
    throw new RangeError(
      `${name} must be ${order ?? "n"}×${order ?? "n"}; got ${m.rows}×${m.columns}`
    );
  return m;
}

/** A copy of `value` as a symmetric `Matrix`; asymmetry up to 100·n·ε·‖·‖ is averaged away. */
export function symmetricMatrix(name: string, value: MatrixLike, order?: number): Matrix {
  const m = squareMatrix(name, value, order);
  return averaged(name, m, 100 * m.rows * Number.EPSILON);
}

/**
 * The symmetric part of a matrix S, n×n, of which rounding has made something not quite symmetric, as of a
 * Hessian in float32
 *
 *     (S + Sᵀ)/2
 *
 * @param options.tolerance the largest |Sᵢⱼ − Sⱼᵢ|/‖S‖ that counts as rounding, Frobenius norm, in [0, 1];
 * default 10⁻⁶, some 8 of float32's ε.
 * @throws RangeError if S is not square or not finite, or where an asymmetry is larger
 * @example
 * symmetrise([[1, 0.25], [0.2500001, 1]]); // [[1, 0.25000005], [0.25000005, 1]]
 */
export function symmetrise(S: MatrixLike, options: {tolerance?: number} = {}): Matrix {
  const {tolerance = 1e-6} = optionsOf("symmetrise", options, ["tolerance"]);
  numberIn("tolerance", tolerance, "[0, 1]", x => x >= 0 && x <= 1);
  return averaged("S", squareMatrix("S", S), tolerance);
}

/** `m` with its two halves averaged, in place, where they differ by `share` of its norm at most. */
function averaged(name: string, m: Matrix, share: number): Matrix {
  const n = m.rows;
  let largest = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) largest = Math.max(largest, Math.abs(m.get(i, j)));
  largest ||= 1;
  let squares = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) squares += (m.get(i, j) / largest) * (m.get(i, j) / largest);
  const norm = Math.sqrt(squares);
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const a = m.get(i, j);
      const b = m.get(j, i);
      if (a === b && a !== 0) continue;
      const apart = Math.abs(a / largest - b / largest) / norm;
      if (apart > share) throw new RangeError(notSymmetric(name, [a, b], [i, j], apart));
      const mean = Number.isFinite(a + b) ? (a + b) / 2 : a / 2 + b / 2;
      m.set(i, j, mean);
      m.set(j, i, mean);
    }
  return m;
}

function notSymmetric(name: string, [a, b]: number[], [i, j]: number[], apart: number): string {
  const exponent = Number(apart.toExponential().split("e")[1]) + 1;
  const advice =
    apart < 1e-3
      ? `: they differ by ${apart.toPrecision(2)} of its norm; if that is rounding, hand over symmetrise(${name}, {tolerance: 1e${exponent}})`
      : "";
  return `${name} must be symmetric; got ${a} at (${i}, ${j}) and ${b} at (${j}, ${i})${advice}`;
}

/** A finite number inside an interval; `interval` is how the message shows it, e.g. `(0, 1)`. */
export function numberIn(
  name: string,
  value: number,
  interval: string,
  inside: (x: number) => boolean
): number {
  if (typeof value !== "number" || !Number.isFinite(value) || !inside(value))
    throw new RangeError(`${name} must lie in ${interval}; got ${describe(value)}`);
  return value;
}

/** A finite number greater than zero. */
export function positive(name: string, value: number): number {
  return numberIn(name, value, "(0, ∞)", x => x > 0);
}

/** An integer in [least, most]. */
export function integer(name: string, value: number, least: number, most = Infinity): number {
  if (!Number.isSafeInteger(value) || value < least || value > most)
    throw new RangeError(
      `${name} must be an integer ${most === Infinity ? `≥ ${least}` : `in [${least}, ${most}]`}; got ${describe(value)}`
    );
  return value;
}

/** True or false, nothing that merely counts as one of them. */
export function flag(name: string, value: boolean): boolean {
  if (typeof value !== "boolean")
    throw new RangeError(`${name} must be true or false; got ${describe(value)}`);
  return value;
}

/**
 * The options of a function, named `caller`, where they are an object with `known` keys and no others that
 * are defined.
 *
 * @throws RangeError naming what is not known, and the known name that is nearest to it
 */
export function optionsOf<Options extends object>(
  caller: string,
  options: Options,
  known: readonly (keyof Options & string)[]
): Options {
  if (typeof options !== "object" || options === null || isList(options))
    throw new RangeError(
      `${caller} must be given an object with ${known.join(", ")}; got ${describe(options)}`
    );
  for (const [key, value] of Object.entries(options)) {
    if (value === undefined || (known as readonly string[]).includes(key)) continue;
    const near = nearest(key, known);
    throw new RangeError(
      `${caller} must be given ${known.join(", ")} only; got ${key}${near ? `: did you mean ${near}?` : ""}`
    );
  }
  return options;
}

/** The name that a slip most likely stood for: one that holds it or is held by it, or has most of its letters in order. */
function nearest(key: string, names: readonly string[]): string | undefined {
  const share = (name: string) => {
    const [a, b] = [key.toLowerCase(), name.toLowerCase()];
    if (a.includes(b) || b.includes(a)) return 1;
    return (2 * commonLength(a, b)) / (a.length + b.length);
  };
  const best = [...names].sort((x, y) => share(y) - share(x))[0];
  return best !== undefined && share(best) >= 0.6 ? best : undefined;
}

/** Length of the longest common subsequence. */
function commonLength(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const letter of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++)
      next.push(letter === b[j] ? row[j] + 1 : Math.max(row[j + 1], next[j]));
    row = next;
  }
  return row[b.length];
}

/** A value as messages show it: what it is, where its text alone would mislead, and never entry by entry. */
export function describe(value: unknown): string {
  if (typeof value === "number" || value === null || value === undefined) return String(value);
  if (typeof value === "string") return `${JSON.stringify(value.slice(0, 40))} (a string)`;
  if (typeof value === "bigint" || typeof value === "boolean")
    return `${String(value).slice(0, 40)} (a ${typeof value})`;
  if (typeof value !== "object") return `a ${typeof value}`;
  if (Matrix.isMatrix(value)) return `${value.rows}×${value.columns}`;
  if (Array.isArray(value) && value.length <= 8 && value.every(isShort))
    return `[${Array.from(value, describe).join(", ")}]`;
  const kind: string = Object.getPrototypeOf(value)?.constructor?.name ?? "Object";
  const named = `${/^[AEIO]/.test(kind) ? "an" : "a"} ${kind}`;
  return isList(value) ? `${named} of length ${value.length}` : named;
}

/** What may stand inside a shown list: no object but lists of no more than four that are short themselves. */
const isShort = (entry: unknown): boolean =>
  typeof entry !== "object" ||
  entry === null ||
  (Array.isArray(entry) && entry.length <= 4 && entry.every(x => typeof x !== "object"));
