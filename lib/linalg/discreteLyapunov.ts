import type {Matrix} from "ml-matrix";
import {type MatrixLike, UnstableError} from "../check.js";
import {type Complex, showComplex} from "./quasiTriangular.js";
import {refuseReciprocalPairs} from "./singularPairs.js";
import {type LyapunovEquation, solveLyapunov} from "./solveLyapunov.js";
import {triangularStein} from "./triangularStein.js";

/**
 * Solves X = A X Aᵀ + Q for X; A n×n, Q and X symmetric n×n.
 *
 * X = Σₖ AᵏQ(Aᵀ)ᵏ is the stationary covariance of xₜ₊₁ = A xₜ + ξₜ with Cov ξ = Q. It exists, and
 * is positive semidefinite for Q ⪰ 0, when every eigenvalue of A lies inside the unit disc, which
 * is required. There is no unique solution when λᵢλⱼ = 1 for some pair of eigenvalues of A.
 *
 * Method: eigendecomposition for symmetric A; else a real Schur form and block substitution
 * (Kitagawa 1977). ‖X − AXAᵀ − Q‖ is of order nε(‖X‖(1 + ‖A‖²) + ‖Q‖), and X is symmetric to the
 * last bit.
 *
 * @throws RangeError if A is not square, or Q not symmetric or not of A's order.
 * @throws NoSolutionError if λᵢλⱼ = 1 (up to 10nε) for some pair.
 * @throws UnstableError if otherwise an eigenvalue of A lies outside the unit disc.
 * @example
 * const X = discreteLyapunov([[0.5, 1], [0, 0.5]], [[1, 0], [0, 1]]);
 * // X = [[116/27, 8/9], [8/9, 4/3]], residual ≤ 1e-15
 */
export const discreteLyapunov = (A: MatrixLike, Q: MatrixLike): Matrix =>
  solveLyapunov(A, Q, discrete);

const discrete: LyapunovEquation = {
  text: "X = A X Aᵀ + Q",
  requireSolution: requireUnitDisc,
  divisor: (x, y) => 1 - x * y,
  triangular: triangularStein
};

function requireUnitDisc(values: readonly Complex[]): void {
  refuseReciprocalPairs(values);
  const radius = Math.max(...values.map(({re, im}) => Math.hypot(re, im)));
  const worst = values.find(({re, im}) => Math.hypot(re, im) === radius);
  if (worst && radius >= 1)
    throw new UnstableError(
      `A must have every eigenvalue inside the unit disc; got ${showComplex(worst)}`
    );
}
