import type {Matrix} from "ml-matrix";
import {type MatrixLike, NoSolutionError, squareMatrix, symmetricMatrix} from "../check.js";
import {type Dense, intoBasis, outOfBasis, symmetrize, toDense, toMatrix} from "./dense.js";
import {isNearlySymmetric} from "./isNearlySymmetric.js";
import {type Complex, eigenvalues} from "./quasiTriangular.js";
import {realSchur} from "./realSchur.js";
import {denseEigen} from "./symmetricEigen.js";

/** One of the two Lyapunov equations for a symmetric X. */
export interface LyapunovEquation {
  /** As messages show it. */
  readonly text: string;
  /** Throws unless the eigenvalues of A allow one solution that is a covariance; `a` is A, n×n. */
  readonly requireSolution: (values: readonly Complex[], a: Dense, n: number) => void;
  /** What Q's entry is divided by where A is diagonal, with values x and y. */
  readonly divisor: (x: number, y: number) => number;
  /** The solution Y for an upper quasi-triangular T and the transformed Q. */
  readonly triangular: (t: Dense, q: Dense, n: number) => Dense;
}

/**
 * Solves a Lyapunov equation with A n×n, Q and X symmetric n×n: entry by entry in the eigenbasis of
 * an A that is symmetric up to rounding, else by substitution in its real Schur form.
 *
 * @throws RangeError if A is not square, or Q not symmetric or not of A's order; what
 * `requireSolution` throws; NoSolutionError if X is beyond the range of float64
 */
export function solveLyapunov(A: MatrixLike, Q: MatrixLike, equation: LyapunovEquation): Matrix {
  const m = squareMatrix("A", A);
  const n = m.rows;
  const a = toDense(m);
  const q = toDense(symmetricMatrix("Q", Q, n));
  const solve = isNearlySymmetric(a, n) ? symmetricSolution : generalSolution;
  const x = solve(a, q, n, equation);
  if (!x.every(Number.isFinite))
    throw new NoSolutionError(`${equation.text} has a solution beyond the range of float64`);
  return toMatrix(x, n);
}

function symmetricSolution(a: Dense, q: Dense, n: number, equation: LyapunovEquation): Dense {
  const {values, vectors} = denseEigen(symmetrize(a, n), n);
  equation.requireSolution(
    Array.from(values, re => ({re, im: 0})),
    a,
    n
  );
  const y = intoBasis(q, vectors, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) y[i * n + j] /= equation.divisor(values[i], values[j]);
  return outOfBasis(y, vectors, n);
}

function generalSolution(a: Dense, q: Dense, n: number, equation: LyapunovEquation): Dense {
  const {t, u} = realSchur(a, n);
  equation.requireSolution(eigenvalues(t, n), a, n);
  const y = equation.triangular(t, intoBasis(q, u, n), n);
  return outOfBasis(symmetrize(y, n), u, n);
}
