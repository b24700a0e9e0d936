import {Matrix} from "ml-matrix";

/** A dense real matrix, as the public functions take it: rows of numbers, or an `ml-matrix` `Matrix`. */
export type MatrixLike = Matrix | readonly (readonly number[])[];

/** Raised where a matrix equation has no, or no unique, solution. */
export class NoSolutionError extends RangeError {
  override name = "NoSolutionError";
}

/** Raised where a recursion has no stationary law: its arguments lie outside the stability region. */
export class UnstableError extends RangeError {
  override name = "UnstableError";
}

/** A copy of `value` as a `Matrix`; throws if it is empty, ragged or holds a non-finite entry. */
export function matrix(name: string, value: MatrixLike): Matrix {
  const rows: readonly (readonly number[])[] = Matrix.isMatrix(value)
    ? (value as Matrix).to2DArray()
    : (value as readonly (readonly number[])[]);
  if (!Array.isArray(rows) || rows.length === 0 || !rows[0]?.length)
    throw new RangeError(`${name} must be a non-empty matrix; got ${describe(value)}`);
  const columns = rows[0].length;
  for (const [i, row] of rows.entries()) {
    if (row?.length !== columns)
      throw new RangeError(
        `${name} must have rows of equal length; row 0 has ${columns} entries, row ${i} has ${row?.length}`
      );
    for (const [j, entry] of row.entries())
      if (!Number.isFinite(entry))
        throw new RangeError(`${name} must have finite entries; got ${entry} at (${i}, ${j})`);
  }
  return new Matrix(rows as number[][]);
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
  const n = m.rows;
  const tolerance = 100 * n * Number.EPSILON * m.norm();
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const a = m.get(i, j);
      const b = m.get(j, i);
      if (Math.abs(a - b) > tolerance)
        throw new RangeError(
          `${name} must be symmetric; got ${a} at (${i}, ${j}) and ${b} at (${j}, ${i})`
        );
      m.set(i, j, (a + b) / 2);
      m.set(j, i, (a + b) / 2);
    }
  return m;
}

/** A finite number inside an interval; `interval` is how the message shows it, e.g. `(0, 1)`. */
export function numberIn(
  name: string,
  value: number,
  interval: string,
  inside: (x: number) => boolean
): number {
  if (typeof value !== "number" || !Number.isFinite(value) || !inside(value))
    throw new RangeError(`${name} must lie in ${interval}; got ${value}`);
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
      `${name} must be an integer ${most === Infinity ? `≥ ${least}` : `in [${least}, ${most}]`}; got ${value}`
    );
  return value;
}

/**
 * `result`, a number, a matrix or its entries, where it is finite; `name` says what it is, e.g. "the
 * covariance".
 *
 * @throws RangeError where finite arguments have a result that is not
 */
export function inRange<Result extends number | Matrix | Float64Array>(
  name: string,
  result: Result
): Result {
  const entries: ArrayLike<number> =
    typeof result === "number" ? [result] : Matrix.isMatrix(result) ? result.to1DArray() : result;
  if (!Array.prototype.every.call(entries, Number.isFinite))
    throw new RangeError(`${name} exceeds the range of float64`);
  return result;
}

function describe(value: unknown): string {
  if (value === null || typeof value !== "object") return String(value);
  if (Matrix.isMatrix(value)) return `${value.rows}×${value.columns}`;
  return JSON.stringify(value)?.slice(0, 60) ?? typeof value;
}
