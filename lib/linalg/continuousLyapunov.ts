import type {Matrix} from "ml-matrix";
import {
  type MatrixLike,
  NoSolutionError,
  squareMatrix,
  symmetricMatrix,
  UnstableError
} from "../check.js";
import {
  type Dense,
  frobenius,
  intoBasis,
  outOfBasis,
  symmetrize,
  toDense,
  toMatrix
} from "./dense.js";
import {isNearlySymmetric} from "./isNearlySymmetric.js";
import {type Complex, eigenvalues, showComplex} from "./quasiTriangular.js";
import {realSchur} from "./realSchur.js";
import {refuseOppositePairs} from "./singularPairs.js";
import {denseEigen} from "./symmetricEigen.js";
import {triangularSylvester} from "./triangularSylvester.js";

/**
 * Solves A X + X Aᵀ = Q for X; A n×n, Q and X symmetric n×n.
 *
 * X is the stationary covariance of dx = −A x dt + B dW with BBᵀ = Q. It exists and is positive
 * semidefinite for Q ⪰ 0 when every eigenvalue of A has a positive real part, which is required.
 * There is no unique solution when λᵢ + λⱼ = 0 for some pair of eigenvalues of A.
 *
 * Method: eigendecomposition for symmetric A; else a real Schur form and Bartels and Stewart's
 * substitution (1972). ‖AX + XAᵀ − Q‖ is of order nε‖A‖‖X‖, and X is symmetric to the last bit.
 *
 * @throws RangeError if A is not square, or Q not symmetric or not of A's order.
 * @throws NoSolutionError if λᵢ + λⱼ = 0 (up to 10nε‖A‖) for some pair.
 * @throws UnstableError if otherwise an eigenvalue of A has a negative real part.
 * @example
 * const X = continuousLyapunov([[2, 1], [0, 1]], [[1, 0], [0, 1]]);
 * // X = [[1/3, −1/6], [−1/6, 1/2]], residual ≤ 3e-16
 */
export function continuousLyapunov(A: MatrixLike, Q: MatrixLike): Matrix {
  const m = squareMatrix("A", A);
  const n = m.rows;
  const a = toDense(m);
  const q = toDense(symmetricMatrix("Q", Q, n));
  const x = isNearlySymmetric(a, n) ? symmetricSolution(a, q, n) : generalSolution(a, q, n);
  if (!x.every(Number.isFinite))
    throw new NoSolutionError("A X + X Aᵀ = Q has a solution beyond the range of float64");
  return toMatrix(x, n);
}

function symmetricSolution(a: Dense, q: Dense, n: number): Dense {
  const {values, vectors} = denseEigen(symmetrize(a, n), n);
  requireRightHalfPlane(
    Array.from(values, re => ({re, im: 0})),
    a,
    n
  );
  const y = intoBasis(q, vectors, n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) y[i * n + j] /= values[i] + values[j];
  return outOfBasis(y, vectors, n);
}

function generalSolution(a: Dense, q: Dense, n: number): Dense {
  const {t, u} = realSchur(a, n);
  requireRightHalfPlane(eigenvalues(t, n), a, n);
  const y = triangularSylvester(t, t, intoBasis(q, u, n), n, n);
  return outOfBasis(symmetrize(y, n), u, n);
}

function requireRightHalfPlane(values: readonly Complex[], a: Dense, n: number): void {
  refuseOppositePairs(values, 10 * n * Number.EPSILON * frobenius(a));
  const worst = values.reduce((x, y) => (y.re < x.re ? y : x));
  if (worst.re <= 0)
    throw new UnstableError(
      `A must have every eigenvalue in the right half plane; got ${showComplex(worst)}`
    );
}
