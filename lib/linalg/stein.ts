import type {Matrix} from "ml-matrix";
import {type MatrixLike, matrix, NoSolutionError, squareMatrix} from "../check.js";
import {balancedPair} from "./balancedPair.js";
import {toDense, toMatrix, transpose} from "./dense.js";
import {type Complex, eigenvalues, showComplex} from "./quasiTriangular.js";
import {realSchur} from "./realSchur.js";
import {triangularStein} from "./triangularStein.js";

/**
 * The solution X of the Stein equation
 *
 *     X = A X B + Q
 *
 * A is m×m, B n×n, Q and X m×n.
 *
 * There is no unique solution when λᵢ(A)λⱼ(B) = 1 for some pair of eigenvalues. Neither needs to lie inside
 * the unit disc; where both do, X = Σₖ AᵏQBᵏ. `discreteLyapunov` has B = Aᵀ and a symmetric X.
 *
 * Method: real Schur forms of the balanced A and Bᵀ, block substitution (Kitagawa 1977). ‖X − AXB − Q‖ is of order
 * (m+n)ε(1 + ‖A‖‖B‖)‖X‖, norms in balanced coordinates.
 *
 * @throws RangeError if a matrix is empty or shapes do not fit.
 * @throws NoSolutionError if λᵢλⱼ = 1 up to 10(m+n)ε, or X is beyond the range of float64.
 * @example
 * stein([[0.5]], [[1]], [[3]]); // [[6]], residual 0
 */
export function stein(A: MatrixLike, B: MatrixLike, Q: MatrixLike): Matrix {
  const left = squareMatrix("A", A);
  const right = squareMatrix("B", B);
  const [m, n] = [left.rows, right.rows];
  const q = matrix("Q", Q);
  if (q.rows !== m || q.columns !== n)
    throw new RangeError(`Q must be ${m}×${n}; got ${q.rows}×${q.columns}`);
  const pair = balancedPair(toDense(left), m, transpose(toDense(right), n), n);
  const {t, u} = realSchur(pair.a, m);
  const {t: s, u: v} = realSchur(pair.b, n);
  refuseReciprocals(eigenvalues(t, m), eigenvalues(s, n));
  const [U, V] = [toMatrix(u, m), toMatrix(v, n)];
  const f = toDense(
    U.transpose()
      .mmul(toMatrix(pair.into(toDense(q)), m, n))
      .mmul(V)
  );
  const y = U.mmul(toMatrix(triangularStein(t, f, m, s, n), m, n)).mmul(V.transpose());
  const x = pair.out(toDense(y), 0);
  if (!x.every(Number.isFinite))
    throw new NoSolutionError("X = A X B + Q has a solution beyond the range of float64");
  return toMatrix(x, m, n);
}

function refuseReciprocals(left: readonly Complex[], right: readonly Complex[]): void {
  const tolerance = 10 * (left.length + right.length) * Number.EPSILON;
  for (const x of left)
    for (const y of right) {
      const re = 1 - (x.re * y.re - x.im * y.im);
      const im = x.re * y.im + x.im * y.re;
      const scale = 1 + Math.hypot(x.re, x.im) * Math.hypot(y.re, y.im);
      if (!(Math.hypot(re, im) > tolerance * scale))
        throw new NoSolutionError(
          `X = A X B + Q needs λi(A) λj(B) ≠ 1 by more than 10(m+n)ε; got ${showComplex(x)} and ${showComplex(y)}`
        );
    }
}
