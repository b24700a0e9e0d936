import type {Matrix} from "ml-matrix";
import {type MatrixLike, matrix, NoSolutionError, squareMatrix} from "../check.js";
import {exponentOf, scale} from "../elementary/bits.js";
import {balancedPair} from "./balancedPair.js";
import {type Dense, frobenius, largestEntry, toDense, toMatrix, transpose} from "./dense.js";
import {type Complex, eigenvalues, showComplex} from "./quasiTriangular.js";
import {realSchur} from "./realSchur.js";
import {length} from "./singularPairs.js";
import {triangularSylvester} from "./triangularSylvester.js";

/**
 * The solution X of the Sylvester equation
 *
 *     A X + X B = Q
 *
 * A is m×m, B n×n, Q and X m×n.
 *
 * There is no unique solution when λᵢ(A) + λⱼ(B) = 0 for some pair of eigenvalues.
 *
 * Method: real Schur forms of the balanced A and Bᵀ, block substitution (Bartels and Stewart 1972).
 * ‖AX + XB − Q‖ is of order (m+n)ε(‖A‖ + ‖B‖)‖X‖, norms in balanced coordinates.
 *
 * @throws RangeError if a matrix is empty or shapes do not fit.
 * @throws NoSolutionError if λᵢ + λⱼ = 0 up to 10(m+n)ε(‖A‖ + ‖B‖), both balanced.
 * @example
 * sylvester([[1]], [[2]], [[6]]); // [[2]], residual 0
 */
export function sylvester(A: MatrixLike, B: MatrixLike, Q: MatrixLike): Matrix {
  const left = squareMatrix("A", A);
  const right = squareMatrix("B", B);
  const [m, n] = [left.rows, right.rows];
  const q = matrix("Q", Q);
  if (q.rows !== m || q.columns !== n)
    throw new RangeError(`Q must be ${m}×${n}; got ${q.rows}×${q.columns}`);
  const [a, b] = [toDense(left), transpose(toDense(right), n)];
  const size = exponentOf(Math.max(largestEntry(a), largestEntry(b)));
  const scaled = (entries: Dense) => entries.map(x => scale(x, -size));
  const pair = balancedPair(scaled(a), m, scaled(b), n);
  const {t, u} = realSchur(pair.a, m);
  const {t: s, u: v} = realSchur(pair.b, n);
  const show = ({re, im}: Complex) => showComplex({re: scale(re, size), im: scale(im, size)});
  const tolerance = 10 * (m + n) * Number.EPSILON * (frobenius(t) + frobenius(s));
  for (const x of eigenvalues(t, m))
    for (const y of eigenvalues(s, n))
      if (length({re: x.re + y.re, im: x.im + y.im}) <= tolerance)
        throw new NoSolutionError(
          `A X + X B = Q needs |λi(A) + λj(B)| > 10(m+n)ε(‖A‖ + ‖B‖) = ${scale(tolerance, size)}; got ${show(x)} and ${show(y)}`
        );
  const [U, V] = [toMatrix(u, m), toMatrix(v, n)];
  const f = toDense(
    U.transpose()
      .mmul(toMatrix(pair.into(toDense(q)), m, n))
      .mmul(V)
  );
  const y = toMatrix(triangularSylvester(t, s, f, m, n), m, n);
  const x = pair.out(toDense(U.mmul(y).mmul(V.transpose())), -size);
  if (!x.every(Number.isFinite))
    throw new NoSolutionError("A X + X B = Q has a solution beyond the range of float64");
  return toMatrix(x, m, n);
}
