import type {Matrix} from "ml-matrix";
import {type MatrixLike, UnstableError} from "../check.js";
import {discreteResidual} from "./lyapunovResidual.js";
import type {Complex} from "./quasiTriangular.js";
import {length, refuseReciprocalPairs} from "./singularPairs.js";
import {type LyapunovEquation, solveLyapunov} from "./solveLyapunov.js";
import {oneMinusProduct, triangularStein} from "./triangularStein.js";

/**
 * The solution X of the discrete Lyapunov equation
 *
 *     X = A X Aᵀ + Q
 *
 * A is n×n, Q and X are symmetric n×n.
 *
 * X = Σₖ AᵏQ(Aᵀ)ᵏ is the stationary covariance of xₜ₊₁ = A xₜ + ξₜ with Cov ξ = Q. It exists, and
 * is positive semidefinite for Q ⪰ 0, when every eigenvalue of A lies inside the unit disc, which
 * is required. There is no unique solution when λᵢλⱼ = 1 for some pair of eigenvalues of A.
 *
 * Method: eigendecomposition for symmetric A; else balancing, a real Schur form and block substitution
 * (Kitagawa 1977); then refinement with residuals in twice the working precision, which leaves an error
 * of a few ε‖X‖ while `discreteLyapunovCondition` is below 1/ε. X is symmetric to the last bit.
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
  homogeneous: false,
  requireSolution: requireUnitDisc,
  divisor: oneMinusProduct,
  triangular: triangularStein,
  residual: discreteResidual
};

function requireUnitDisc(
  values: readonly Complex[],
  _: number,
  show: (value: Complex) => string
): void {
  refuseReciprocalPairs(values, show);
  const worst = values.reduce((x, y) => (length(y) > length(x) ? y : x));
  if (length(worst) >= 1)
    throw new UnstableError(
      `A must have every eigenvalue inside the unit disc; got ${show(worst)}`
    );
}
