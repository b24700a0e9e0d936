import type {Rows} from "../cases/matrices.js";

/*
 * The few matrix operations that brute force needs, on rows of numbers and by their definitions, so that
 * it owes nothing to the library whose formulas it checks.
 */

export type Square = number[][];

export const identity = (n: number): Square =>
  Array.from({length: n}, (_, i) => Array.from({length: n}, (_, j) => (i === j ? 1 : 0)));

export const diagonal = (values: readonly number[]): Square =>
  values.map((x, i) => values.map((_, j) => (i === j ? x : 0)));

/** x xᵀ. */
export const outer = (x: readonly number[]): Square => x.map(a => x.map(b => a * b));

export const dot = (x: readonly number[], y: readonly number[]): number =>
  x.reduce((sum, xi, i) => sum + xi * y[i], 0);

/** A x. */
export const apply = (a: Rows, x: readonly number[]): number[] => a.map(row => dot(row, x));

export const scale = (a: Rows, c: number): Square => a.map(row => row.map(x => c * x));

export const add = (a: Rows, b: Rows): Square => a.map((row, i) => row.map((x, j) => x + b[i][j]));

export const subtract = (a: Rows, b: Rows): Square => add(a, scale(b, -1));

export const transpose = (a: Rows): Square => a[0].map((_, j) => a.map(row => row[j]));

export function multiply(a: Rows, b: Rows): Square {
  const columns = transpose(b);
  return a.map(row => columns.map(column => row.reduce((sum, x, k) => sum + x * column[k], 0)));
}

/** A₁A₂…: products from the left. */
export const product = (first: Rows, ...rest: readonly Rows[]): Square =>
  rest.reduce<Square>(
    multiply,
    first.map(row => [...row])
  );

export const trace = (a: Rows): number => a.reduce((sum, row, i) => sum + row[i], 0);

/** A/Tr A. */
export const ofUnitTrace = (a: Rows): Square => scale(a, 1 / trace(a));

/** xᵀAx. */
export const quadraticForm = (x: readonly number[], a: Rows): number =>
  x.reduce((sum, xi, i) => sum + x.reduce((s, xj, j) => s + xi * xj * a[i][j], 0), 0);

export const norm = (a: Rows): number => Math.hypot(...a.flat());

/** det A, expanded along the first row. */
export const determinant = (a: Rows): number =>
  a.length === 0
    ? 1
    : a[0].reduce(
        (sum, x, j) =>
          sum +
          (j % 2 ? -x : x) *
            determinant(a.slice(1).map(row => row.filter((_, column) => column !== j))),
        0
      );

/** A⁻¹ by Gauss and Jordan with row pivoting. */
export function inverse(a: Rows): Square {
  const n = a.length;
  const work = a.map((row, i) => [...row, ...identity(n)[i]]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(work[r][c]) > Math.abs(work[pivot][c])) pivot = r;
    [work[c], work[pivot]] = [work[pivot], work[c]];
    const head = work[c][c];
    work[c] = work[c].map(x => x / head);
    for (let r = 0; r < n; r++) {
      const factor = work[r][c];
      if (r !== c && factor !== 0) work[r] = work[r].map((x, j) => x - factor * work[c][j]);
    }
  }
  return work.map(row => row.slice(n));
}

/** True if S has a Cholesky factor: S is positive definite to working precision. */
function isDefinite(s: Rows): boolean {
  const n = s.length;
  const l = scale(identity(n), 0);
  for (let j = 0; j < n; j++) {
    let d = s[j][j];
    for (let k = 0; k < j; k++) d -= l[j][k] * l[j][k];
    if (!(d > 0)) return false;
    l[j][j] = Math.sqrt(d);
    for (let i = j + 1; i < n; i++) {
      let x = s[i][j];
      for (let k = 0; k < j; k++) x -= l[i][k] * l[j][k];
      l[i][j] = x / l[j][j];
    }
  }
  return true;
}

/** The x in [low, high] where `holds` turns from true to false, by bisection. */
export function turningPoint(low: number, high: number, holds: (x: number) => boolean): number {
  let [a, b] = [low, high];
  for (let i = 0; i < 200 && a < b; i++) {
    const middle = a + (b - a) / 2;
    if (middle === a || middle === b) break;
    if (holds(middle)) a = middle;
    else b = middle;
  }
  return a;
}

/** The largest µ with S − µF positive definite: the smallest generalised eigenvalue. */
export function smallestEigenvalue(s: Rows, f: Rows = identity(s.length)): number {
  const bound = norm(s) * norm(inverse(f));
  return turningPoint(-bound, bound, mu => isDefinite(subtract(s, scale(f, mu))));
}

/** The smallest µ with µF − S positive definite: the largest generalised eigenvalue. */
export const largestEigenvalue = (s: Rows, f?: Rows): number =>
  -smallestEigenvalue(scale(s, -1), f);

/** L with LLᵀ = S, lower triangular, for a positive definite S. */
export function lowerFactor(s: Rows): Square {
  const l = s.map(row => row.map(() => 0));
  for (let j = 0; j < s.length; j++)
    for (let i = j; i < s.length; i++) {
      let x = s[i][j];
      for (let k = 0; k < j; k++) x -= l[i][k] * l[j][k];
      l[i][j] = i === j ? Math.sqrt(x) : x / l[j][j];
    }
  return l;
}
