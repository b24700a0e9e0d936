import type {Matrix} from "ml-matrix";
import {type MatrixLike, NoSolutionError, symmetricMatrix, UnstableError} from "../check.js";
import {exponentOf, scale} from "../elementary/bits.js";
import {cholesky} from "./cholesky.js";
import {type Dense, frobenius, largestEntry, scaledBy, toDense} from "./dense.js";
import {coarseValues, denseEigen} from "./symmetricEigen.js";

/** A symmetric positive definite argument, decomposed: eigenvalues ascending, eigenvectors as columns. */
export function positiveDefinite(name: string, value: MatrixLike, order?: number) {
  const m = symmetricMatrix(name, value, order);
  const n = m.rows;
  const {values: curvatures, vectors} = denseEigen(toDense(m), n);
  requirePositive(name, curvatures);
  return {n, curvatures, vectors};
}

/** The largest eigenvalue of a symmetric positive definite argument. */
export function largestCurvature(name: string, value: MatrixLike): number {
  const m = symmetricMatrix(name, value);
  const n = m.rows;
  const k = toDense(m);
  const values = coarseValues(k, n);
  const isClear = values[0] > 100 * n * Number.EPSILON * values[n - 1];
  const curvatures = isClear ? values : denseEigen(k, n).values;
  requirePositive(name, curvatures);
  return curvatures[n - 1];
}

/** @throws UnstableError unless the smallest of the ascending eigenvalues exceeds nε times the largest. */
export function requirePositive(name: string, eigenvalues: Float64Array): void {
  const n = eigenvalues.length;
  const largest = eigenvalues[n - 1];
  if (!(eigenvalues[0] > n * Number.EPSILON * largest))
    throw new UnstableError(
      `${name} must be positive definite; got eigenvalues from ${eigenvalues[0]} to ${largest}${eigenvalues[0] > 0 ? ", the first zero to working precision" : ""}${advice(name, eigenvalues)}`
    );
}

/**
 * The same for matrices whose inverse is wanted, where being singular is its own error.
 *
 * @throws UnstableError where an eigenvalue is negative beyond nε times the largest size, NoSolutionError
 * where one is no further from zero
 */
export function requirePositiveOrSingular(name: string, eigenvalues: Float64Array): void {
  const n = eigenvalues.length;
  const rounding = n * Number.EPSILON * Math.max(-eigenvalues[0], eigenvalues[n - 1]);
  if (eigenvalues[0] < -rounding) requirePositive(name, eigenvalues);
  if (!(eigenvalues[0] > rounding))
    throw new NoSolutionError(
      `${name} must be invertible; got eigenvalues from ${eigenvalues[0]} to ${eigenvalues[n - 1]}${advice(name, eigenvalues)}`
    );
}

/** Where some eigenvalues are positive, there is a smaller problem that has an answer. */
const advice = (name: string, eigenvalues: Float64Array): string =>
  eigenvalues[eigenvalues.length - 1] > 0
    ? `; identifiableProjection(${name}, {positive: true}) has a basis of the directions in which it is`
    : "";

/** A symmetric positive semidefinite argument; eigenvalues down to −100nε‖·‖ are rounding. */
export function positiveSemidefinite(name: string, value: MatrixLike, order?: number): Dense {
  const m = symmetricMatrix(name, value, order);
  const c = toDense(m);
  requireSemidefinite(name, c, m.rows);
  return c;
}

/** The same as a matrix. */
export function semidefiniteMatrix(name: string, value: MatrixLike, order?: number): Matrix {
  const m = symmetricMatrix(name, value, order);
  requireSemidefinite(name, toDense(m), m.rows);
  return m;
}

/** @throws RangeError with the least eigenvalue of a symmetric matrix where it is below −100nε‖·‖ */
export function requireSemidefinite(name: string, s: Dense, n: number): void {
  if (isSemidefinite(s, n)) return;
  const size = exponentOf(largestEntry(s));
  const least = scale(coarseValues(scaledBy(s, -size), n)[0], size);
  throw new RangeError(
    `${name} must be positive semidefinite; got an eigenvalue of ${Math.max(-Number.MAX_VALUE, least)}`
  );
}

/** Whether every eigenvalue of a symmetric matrix is at least −100nε‖·‖. */
export function isSemidefinite(s: Dense, n: number): boolean {
  const size = exponentOf(largestEntry(s));
  const shifted = scaledBy(s, -size);
  const slack = 100 * n * Number.EPSILON * frobenius(shifted);
  for (let i = 0; i < n; i++) shifted[i * n + i] += slack;
  return slack === 0 || cholesky(shifted, n) !== undefined;
}

/** A covariance whose variances rounding has not made negative. */
export function variancesAtLeastZero(c: Dense, n: number): Dense {
  return c.map((x, i) => (i % (n + 1) === 0 ? Math.max(0, x) : x));
}
