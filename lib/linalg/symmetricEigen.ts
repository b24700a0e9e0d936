import {EigenvalueDecomposition, type Matrix} from "ml-matrix";
import {inRange, type MatrixLike, symmetricMatrix} from "../check.js";
import {exponentOf, powerOfTwo} from "../elementary/bits.js";
import {compensatedProduct, exact, rounded} from "./compensatedProduct.js";
import {type Dense, multiply, toDense, toMatrix, transpose} from "./dense.js";
import {refineEigen} from "./refineEigen.js";

/** S = V diag(values) Vᵀ: eigenvalues ascending, V orthogonal with eigenvectors as columns. */
export interface SymmetricEigen {
  values: Float64Array;
  vectors: Matrix;
}

/**
 * Eigendecomposition S = V diag(d) Vᵀ of a symmetric matrix, n×n, with d ascending.
 * Each eigenvalue above ε‖S‖ is right to a few nε relative to itself, graded and ill-conditioned
 * matrices included; those below are zero up to rounding.
 *
 * Method: `ml-matrix` (tridiagonal QL, absolute error ε‖S‖), then {@link refineEigen}.
 *
 * @throws RangeError if S is empty, not square, not finite or not symmetric, or an eigenvalue beyond the range
 * of float64.
 * @example
 * const {values} = symmetricEigen([[2, 1], [1, 2]]); // [1, 3]
 */
export function symmetricEigen(S: MatrixLike): SymmetricEigen {
  const m = symmetricMatrix("S", S);
  const {values, vectors} = denseEigen(toDense(m), m.rows);
  return {values, vectors: toMatrix(vectors, m.rows)};
}

/**
 * Entries that small beside the largest are nothing to an error of ε‖S‖, but `ml-matrix` multiplies them
 * with one another, and where that ends among denormal numbers its iteration does not.
 */
const negligible = 2 ** -500;

/**
 * {@link symmetricEigen} on checked entries; column j of `vectors` belongs to `values[j]`.
 * `product`, where given, returns SV for an S known more accurately than `s`, its rounding.
 */
export function denseEigen(
  s: Dense,
  n: number,
  product?: (v: Dense) => Dense
): {values: Float64Array; vectors: Dense} {
  const scale = sizeOf(s);
  const scaled = s.map(x => x / scale);
  const kept = scaled.map(x => (Math.abs(x) < negligible ? 0 : x));
  let {values, vectors} = decompose(kept, n);
  if (!isOrthogonal(vectors, n)) ({values, vectors} = decompose(nudged(kept, n), n));
  if (!isOrthogonal(vectors, n)) throw new Error(`no orthogonal eigenvectors found at order ${n}`);
  const scaledProduct = (v: Dense) =>
    product ? product(v).map(x => x / scale) : rounded(compensatedProduct(scaled, exact(v), n));
  refineEigen(scaledProduct, vectors, values, n);
  return {
    values: inRange(
      "an eigenvalue",
      values.map(x => x * scale)
    ),
    vectors
  };
}

function decompose(s: Dense, n: number): {values: Float64Array; vectors: Dense} {
  const evd = new EigenvalueDecomposition(toMatrix(s, n), {assumeSymmetric: true});
  return {values: Float64Array.from(evd.realEigenvalues), vectors: toDense(evd.eigenvectorMatrix)};
}

/**
 * S plus a diagonal of order ε. On matrices of low rank (all ones, n = 60) `ml-matrix`'s
 * tridiagonalisation runs into denormal numbers and returns eigenvectors that are not orthogonal;
 * this keeps it away from there, and the refinement, which sees S itself, removes the trace.
 */
function nudged(s: Dense, n: number): Dense {
  const out = s.slice();
  for (let i = 0; i < n; i++) out[i * n + i] += Number.EPSILON * (1 + ((i * 0.618034) % 1));
  return out;
}

function isOrthogonal(v: Dense, n: number): boolean {
  const gram = multiply(transpose(v, n), v, n);
  return gram.every((x, i) => Math.abs(x - (i % (n + 1) === 0 ? 1 : 0)) <= 1e-12);
}

/** A power of two near the largest entry: dividing by it is exact and keeps squares in range. */
function sizeOf(s: Dense): number {
  let largest = 0;
  for (const x of s) largest = Math.max(largest, Math.abs(x));
  return largest === 0 ? 1 : powerOfTwo(Math.max(-1000, Math.min(1000, exponentOf(largest))));
}
