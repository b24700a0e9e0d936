import {cos} from "../../../lib/elementary/cos.js";
import {exp} from "../../../lib/elementary/exp.js";
import {log} from "../../../lib/elementary/log.js";
import {sin} from "../../../lib/elementary/sin.js";

/** Gives the coordinates of a case one after another. */
type Next = () => number;

/** `low` at 0, `high` at 1, evenly in the logarithm. */
export const geometric = (low: number, high: number, at: number): number =>
  exp(log(low) + at * (log(high) - log(low)));

/** d eigenvalues of which the largest is 1, the others down to 1/κ; all 1 at 0. */
export const spectrum = (d: number, condition: number, next: Next): number[] =>
  Array.from({length: d}, (_, i) => (i === 0 ? 1 : geometric(1, 1 / condition, next())));

/** The d(d−1)/2 angles, up to a half turn, by which axes are turned against the coordinates. */
export const angles = (d: number, next: Next): number[] =>
  Array.from({length: (d * (d - 1)) / 2}, () => Math.PI * next());

/** Q diag(e) Qᵀ with Q a product of plane rotations, one for each pair of axes: exactly symmetric. */
export function turned(eigenvalues: readonly number[], turns: readonly number[]): number[][] {
  const d = eigenvalues.length;
  const q: number[][] = eigenvalues.map((_, i) => eigenvalues.map((__, j) => (i === j ? 1 : 0)));
  let k = 0;
  for (let a = 0; a < d; a++)
    for (let b = a + 1; b < d; b++) {
      const [c, s] = [cos(turns[k]), sin(turns[k++])];
      for (const row of q) [row[a], row[b]] = [c * row[a] - s * row[b], s * row[a] + c * row[b]];
    }
  const out = eigenvalues.map(() => new Array<number>(d).fill(0));
  for (let i = 0; i < d; i++)
    for (let j = 0; j <= i; j++) {
      const x = eigenvalues.reduce((sum, e, m) => sum + q[i][m] * e * q[j][m], 0);
      out[i][j] = x;
      out[j][i] = x;
    }
  return out;
}

/** The k-th of the axes that `turned` makes, up to its sign. */
export function axis(d: number, k: number, turns: readonly number[]): number[] {
  // the projection on it, of which each row is a multiple of the axis
  const projection = turned(
    Array.from({length: d}, (_, i) => (i === k ? 1 : 0)),
    turns
  );
  const at = projection.reduce((best, row, i) => (row[i] > projection[best][best] ? i : best), 0);
  return projection[at].map(x => x / Math.sqrt(projection[at][at]));
}

/** A positive definite matrix of order d with largest eigenvalue 1: the identity at 0. */
export const definite = (d: number, condition: number, next: Next): number[][] =>
  turned(spectrum(d, condition, next), angles(d, next));

/** The largest eigenvalue of AB for positive definite A and B: 400 powers of it on a vector of ones. */
export function largestOfProduct(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[]
): number {
  const apply = (m: readonly (readonly number[])[], x: readonly number[]) =>
    m.map(row => row.reduce((sum, y, j) => sum + y * x[j], 0));
  let x = a.map((_, i) => 1 + i / 7);
  let size = 0;
  for (let i = 0; i < 400; i++) {
    const y = apply(a, apply(b, x));
    size = Math.sqrt(y.reduce((sum, v) => sum + v * v, 0));
    x = y.map(v => v / size);
  }
  return size;
}
