import type {Matrix} from "ml-matrix";
import {type MatrixLike, NoSolutionError, squareMatrix, symmetricMatrix} from "../check.js";
import {exponentOf, powerOfTwo, scale} from "../elementary/bits.js";
import {balance} from "./balance.js";
import {compensatedIntoBasis, compensatedProduct} from "./compensatedProduct.js";
import {isSemidefinite} from "./definite.js";
import {
  type Dense,
  frobenius,
  intoBasis,
  large,
  largestEntry,
  outOfBasis,
  plus,
  scaledBy,
  symmetrize,
  times,
  toDense,
  toMatrix
} from "./dense.js";
import {isNearlySymmetric} from "./isNearlySymmetric.js";
import type {Product} from "./lyapunovResidual.js";
import {type Complex, eigenvalues, showComplex} from "./quasiTriangular.js";
import {realSchur} from "./realSchur.js";
import {splitProduct, splitSuffices} from "./splitProduct.js";
import {coarseEigen, denseEigen, shareOf} from "./symmetricEigen.js";

/** One of the two Lyapunov equations for a symmetric X. */
export interface LyapunovEquation {
  /** As messages show it. */
  readonly text: string;
  /** Whether sA has the solution X/s. */
  readonly homogeneous: boolean;
  /**
   * Throws unless the eigenvalues of A, of Frobenius norm `norm`, allow one solution that is a covariance.
   * Both may be scaled; `show` writes an eigenvalue of A itself.
   */
  readonly requireSolution: (
    values: readonly Complex[],
    norm: number,
    show: (value: Complex) => string
  ) => void;
  /** What Q's entry is divided by where A is diagonal, with values x and y. */
  readonly divisor: (x: number, y: number) => number;
  /** The solution Y for an upper quasi-triangular T and the transformed Q. */
  readonly triangular: (t: Dense, q: Dense, n: number) => Dense;
  /** What X leaves of Q, formed by a product of more than the working precision. */
  readonly residual: (a: Dense, x: Dense, q: Dense, n: number, product: Product) => Dense;
}

/** The equation with a checked A, ready for any Q: what `prepare` makes of A. */
type Solver = (q: Dense) => Dense;

/**
 * Solves a Lyapunov equation with A n×n, Q and X symmetric n×n: entry by entry in the eigenbasis of
 * an A that is symmetric up to rounding, else by substitution in the real Schur form of the balanced A,
 * and then by refining X with residuals in twice the working precision, or as much of that as the condition asks
 * for where it is known. A and Q are brought to size 1 by
 * powers of two first. Where Q is positive semidefinite, no variance is negative.
 *
 * @throws RangeError if A is not square, or Q not symmetric or not of A's order; what
 * `requireSolution` throws; NoSolutionError if X is beyond the range of float64
 */
export function solveLyapunov(A: MatrixLike, Q: MatrixLike, equation: LyapunovEquation): Matrix {
  const m = squareMatrix("A", A);
  const n = m.rows;
  const q = toDense(symmetricMatrix("Q", Q, n));
  const x = solverFor(toDense(m), n, equation)(q);
  if (!x.every(Number.isFinite))
    throw new NoSolutionError(`${equation.text} has a solution beyond the range of float64`);
  return toMatrix(x, n);
}

function solverFor(a: Dense, n: number, equation: LyapunovEquation): Solver {
  const size = equation.homogeneous ? exponentOf(largestEntry(a)) : 0;
  const scaled = scaledBy(a, -size);
  const symmetric = isNearlySymmetric(scaled, n);
  const {balanced, exponents} = symmetric
    ? {balanced: symmetrize(scaled, n), exponents: new Int32Array(n)}
    : balance(scaled, n);
  const show = ({re, im}: Complex) => showComplex({re: scale(re, size), im: scale(im, size)});
  const requireSolution = (values: readonly Complex[]) =>
    equation.requireSolution(values, frobenius(balanced), show);
  const solve = (symmetric ? symmetricSolver : generalSolver)(
    balanced,
    n,
    equation,
    requireSolution
  );
  return q => {
    const entries = shifted(q, n, exponents, -1);
    const x = solve(entries.values);
    const diagonal = Array.from({length: n}, (_, i) => i * n + i);
    if (!diagonal.every(at => x[at] > 0) && isSemidefinite(q, n))
      for (const at of diagonal) x[at] = Math.max(0, x[at]);
    return shifted(x, n, exponents, 1, entries.power - size).values;
  };
}

/**
 * The entries times 2^(sign·(eᵢ + eⱼ) + common), e the exponents, and −common, which leaves the largest near 1 where
 * it is not given.
 */
function shifted(
  a: Dense,
  n: number,
  exponents: Int32Array,
  sign: 1 | -1,
  given?: number
): {values: Dense; power: number} {
  if (exponents.every(e => e === 0)) {
    const common = given ?? -exponentOf(largestEntry(a));
    if (Math.abs(common) <= 1000) return {values: times(a, powerOfTwo(common)), power: -common};
  }
  const powers = new Int32Array(n * n);
  let most = -Infinity;
  for (let i = 0, at = 0; i < n; i++)
    for (let j = 0; j < n; j++, at++) {
      powers[at] = sign * (exponents[i] + exponents[j]);
      if (a[at] !== 0) most = Math.max(most, exponentOf(a[at]) + powers[at]);
    }
  const common = given ?? -most;
  if (common === Infinity) return {values: a.slice(), power: 0};
  const values = new Float64Array(n * n);
  let [last, factor] = [0, 1];
  for (let at = 0; at < values.length; at++) {
    const whole = powers[at] + common;
    if (whole !== last) [last, factor] = [whole, Math.abs(whole) <= 1000 ? powerOfTwo(whole) : 0];
    values[at] = factor === 0 ? farScaled(a[at], whole) : a[at] * factor;
  }
  return {values, power: -common};
}

/** x·2ᵏ for a k that may be beyond the range of exponents. */
function farScaled(x: number, k: number): number {
  const half = Math.max(-1000, Math.min(1000, k));
  return scale(scale(x, half), Math.max(-2000, Math.min(2000, k - half)));
}

/** Where no divisor is much smaller than another, refining X makes up for what coarser steps leave. */
function symmetricSolver(
  a: Dense,
  n: number,
  equation: LyapunovEquation,
  requireSolution: (values: readonly Complex[]) => void
): Solver {
  const coarse = n >= large ? inEigenbasis(coarseEigen(a, n), n, equation) : undefined;
  const isMild = coarse !== undefined && splitSuffices(shareOf(coarse.divisors), n);
  const {values, vectors, divisors} = isMild ? coarse : inEigenbasis(denseEigen(a, n), n, equation);
  requireSolution(Array.from(values, re => ({re, im: 0})));
  const into = isMild ? intoBasis : compensatedIntoBasis;
  const solve = (q: Dense) => {
    const y = into(q, vectors, n);
    for (let i = 0; i < n * n; i++) y[i] /= divisors[i];
    return outOfBasis(y, vectors, n);
  };
  const product = isMild ? splitProduct : compensatedProduct;
  return q => refined(solve, a, q, n, equation, product);
}

/** An eigendecomposition of A with what the transformed Q's entries are divided by. */
function inEigenbasis(
  {values, vectors}: {values: Float64Array; vectors: Dense},
  n: number,
  {divisor}: LyapunovEquation
) {
  const divisors = new Float64Array(n * n);
  for (let i = 0, at = 0; i < n; i++)
    for (let j = 0; j < n; j++, at++) divisors[at] = divisor(values[i], values[j]);
  return {values, vectors, divisors};
}

function generalSolver(
  a: Dense,
  n: number,
  equation: LyapunovEquation,
  requireSolution: (values: readonly Complex[]) => void
): Solver {
  const {t, u} = realSchur(a, n);
  requireSolution(eigenvalues(t, n));
  const solve = (q: Dense) =>
    outOfBasis(symmetrize(equation.triangular(t, intoBasis(q, u, n), n), n), u, n);
  return q => refined(solve, a, q, n, equation, compensatedProduct);
}

/**
 * X from `solve`, refined with residuals in twice the working precision until it is right to a few ε
 * relative to ‖X‖, for a condition below 1/ε.
 *
 * Each correction is the error left by the last times nε times the condition; it is below ε once one of
 * them is below √ε.
 */
function refined(
  solve: Solver,
  a: Dense,
  q: Dense,
  n: number,
  {residual}: LyapunovEquation,
  product: Product
): Dense {
  let x = solve(q);
  const size = frobenius(x);
  for (let last = size; last > 2 ** -26 * size; ) {
    const correction = solve(residual(a, x, q, n, product));
    const length = frobenius(correction);
    if (!(length < last / 2)) break;
    x = plus(x, correction);
    last = length;
  }
  return x;
}
