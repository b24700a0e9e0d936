import type {Matrix} from "ml-matrix";
import {type MatrixLike, UnstableError} from "../check.js";
import {continuousResidual} from "./lyapunovResidual.js";
import type {Complex} from "./quasiTriangular.js";
import {refuseOppositePairs} from "./singularPairs.js";
import {type LyapunovEquation, solveLyapunov} from "./solveLyapunov.js";
import {triangularSylvester} from "./triangularSylvester.js";

/**
 * Solves A X + X Aᵀ = Q for X; A n×n, Q and X symmetric n×n.
 *
 * X is the stationary covariance of dx = −A x dt + B dW with BBᵀ = Q. It exists and is positive
 * semidefinite for Q ⪰ 0 when every eigenvalue of A has a positive real part, which is required.
 * There is no unique solution when λᵢ + λⱼ = 0 for some pair of eigenvalues of A.
 *
 * Method: eigendecomposition for symmetric A; else balancing, a real Schur form and Bartels and
 * Stewart's substitution (1972); then refinement with residuals in twice the working precision, which
 * leaves an error of a few ε‖X‖ while `continuousLyapunovCondition` is below 1/ε. X is symmetric to the
 * last bit.
 *
 * @throws RangeError if A is not square, or Q not symmetric or not of A's order.
 * @throws NoSolutionError if λᵢ + λⱼ = 0 (up to 10nε‖A‖, A balanced) for some pair.
 * @throws UnstableError if otherwise an eigenvalue of A has a negative real part.
 * @example
 * const X = continuousLyapunov([[2, 1], [0, 1]], [[1, 0], [0, 1]]);
 * // X = [[1/3, −1/6], [−1/6, 1/2]], residual ≤ 3e-16
 */
export const continuousLyapunov = (A: MatrixLike, Q: MatrixLike): Matrix =>
  solveLyapunov(A, Q, continuous);

const continuous: LyapunovEquation = {
  text: "A X + X Aᵀ = Q",
  homogeneous: true,
  requireSolution: requireRightHalfPlane,
  divisor: (x, y) => x + y,
  triangular: (t, q, n) => triangularSylvester(t, t, q, n, n),
  residual: continuousResidual
};

function requireRightHalfPlane(
  values: readonly Complex[],
  norm: number,
  show: (value: Complex) => string
): void {
  refuseOppositePairs(values, norm, show);
  const worst = values.reduce((x, y) => (y.re < x.re ? y : x));
  if (worst.re <= 0)
    throw new UnstableError(
      `A must have every eigenvalue in the right half plane; got ${show(worst)}`
    );
}
