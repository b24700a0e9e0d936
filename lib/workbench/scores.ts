import {largestEntry} from "../linalg/dense.js";
import {decompose, denseEigen, isOrthogonal} from "../linalg/symmetricEigen.js";
import {gramOf, scatterOf} from "./moments.js";
import {type Rows, rowsInMemory} from "./rows.js";

/** Rows in the eigenbasis of their scatter. */
export interface Scores {
  /** Eigenvalues of Σ xᵢxᵢᵀ, descending, min(n, d) of them, none below 0. */
  readonly values: Float64Array;
  /** zᵢⱼ = vⱼᵀxᵢ, n rows of as many numbers. */
  readonly scores: Rows;
}

/**
 * Eigenvalues of the scatter XᵀX of n rows of d numbers, and each row along the eigenvectors; by way of the
 * n×n Gram matrix where n < d, whose eigenvectors u give the scores √κ u. Absolute error ε‖XᵀX‖.
 */
export function scoresOf(rows: Rows): Scores {
  const {n, width: d} = rows;
  if (n >= d) {
    const {values, vectors} = descending(scatterOf(rows), d);
    return {values, scores: rows.times(vectors, d).kept()};
  }
  const {values, vectors} = descending(gramOf(rows), n);
  const roots = values.map(Math.sqrt);
  return {
    values,
    scores: rowsInMemory(
      vectors.map((x, at) => x * roots[at % n]),
      n,
      n
    )
  };
}

/** Entries that small beside the largest only bring denormal numbers into the iteration. */
const negligible = 2 ** -500;

/** Eigenvalues of a symmetric matrix of order k, descending and at least 0; eigenvectors as columns. */
function descending(s: Float64Array, k: number) {
  const floor = negligible * largestEntry(s);
  const found = decompose(
    s.map(x => (Math.abs(x) < floor ? 0 : x)),
    k
  );
  const {values, vectors} = isOrthogonal(found.vectors, k) ? found : denseEigen(s, k);
  const order = Array.from(values.keys()).sort((a, b) => values[b] - values[a]);
  const sorted = new Float64Array(k * k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) sorted[i * k + j] = vectors[i * k + order[j]];
  return {values: Float64Array.from(order, j => Math.max(0, values[j])), vectors: sorted};
}

/**
 * The largest eigenvalue of a symmetric operator of order k, by Lanczos' iteration from e₁ with full
 * reorthogonalisation, until it moves by less than 10⁻¹⁴ of itself or the space is exhausted.
 */
export function largestOf(apply: (v: Float64Array) => Float64Array, k: number): number {
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const beside: number[] = [];
  let next = new Float64Array(k);
  next[0] = 1;
  let last = 0;
  for (let step = 0; step < Math.min(k, 120); step++) {
    basis.push(next);
    const image = apply(next);
    diagonal.push(dot(image, next));
    for (let pass = 0; pass < 2; pass++)
      for (const v of basis) {
        const along = dot(image, v);
        for (let i = 0; i < k; i++) image[i] -= along * v[i];
      }
    const value = largestOfTridiagonal(diagonal, beside);
    const length = Math.sqrt(dot(image, image));
    if (length <= 1e-12 * value || (step > 3 && value - last <= 1e-14 * value)) return value;
    last = value;
    beside.push(length);
    next = image.map(x => x / length);
  }
  return largestOfTridiagonal(diagonal, beside);
}

/** By bisection on the count of negative pivots of T − x. */
function largestOfTridiagonal(diagonal: readonly number[], beside: readonly number[]): number {
  const off = (i: number) => (i < 0 ? 0 : (beside[i] ?? 0));
  let high = Math.max(
    ...diagonal.map((a, i) => a + off(i - 1) + (i + 1 < diagonal.length ? off(i) : 0))
  );
  let low = Math.max(...diagonal);
  const exceeds = (x: number) => {
    let pivot = 1;
    for (const [i, a] of diagonal.entries()) {
      pivot = a - x - (i === 0 ? 0 : (off(i - 1) * off(i - 1)) / pivot);
      if (pivot >= 0) return true;
    }
    return false;
  };
  for (let step = 0; step < 100 && high - low > 1e-15 * Math.abs(high); step++) {
    const middle = (low + high) / 2;
    if (exceeds(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
