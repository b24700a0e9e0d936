import {EigenvalueDecomposition, type Matrix} from "ml-matrix";
import {type MatrixLike, symmetricMatrix} from "../check.js";
import {exponentOf, powerOfTwo} from "../elementary/bits.js";
import {inRange} from "../inRange.js";
import {compensatedProduct, exact, rounded} from "./compensatedProduct.js";
import {type Dense, large, largestEntry, times, toDense, toMatrix, transpose} from "./dense.js";
import {denseKernel, gathered, spread, strideOf} from "./denseKernel.js";
import {denseGram} from "./gram.js";
import {refineEigen} from "./refineEigen.js";
import {splitProduct, splitSuffices} from "./splitProduct.js";

/** S = V diag(values) Vᵀ: eigenvalues ascending, V orthogonal with eigenvectors as columns. */
export interface SymmetricEigen {
  values: Float64Array;
  vectors: Matrix;
}

/**
 * Eigendecomposition of a symmetric matrix S, n×n, with d ascending and the eigenvectors as columns of V
 *
 *     S = V diag(d) Vᵀ
 *
 * Each eigenvalue above ε‖S‖ is right to a few nε relative to itself, graded and ill-conditioned
 * matrices included; those below are zero up to rounding.
 *
 * Method: tridiagonal QL (absolute error ε‖S‖) as `ml-matrix` has it, in the dense kernel, then {@link refineEigen},
 * which from n = 64 on is left out where the least eigenvalue is above a sixteenth of the largest, in size.
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
 * The eigenvalues of a symmetric matrix S, n×n, ascending, as accurate as those of `symmetricEigen`.
 *
 * @throws RangeError as `symmetricEigen` does.
 * @example
 * spectrum([[2, 1], [1, 2]]); // [1, 3]
 */
export const spectrum = (S: MatrixLike): Float64Array => symmetricEigen(S).values;

/**
 * Entries that small beside the largest are nothing to an error of ε‖S‖, but `ml-matrix` multiplies them
 * with one another, and where that ends among denormal numbers its iteration does not.
 */
const negligible = 2 ** -500;

/**
 * {@link symmetricEigen} on checked entries; column j of `vectors` belongs to `values[j]`.
 * `product`, where given, returns SV for an S known more accurately than `s`, its rounding.
 */
export function denseEigen(s: Dense, n: number, product?: (v: Dense) => Dense): Decomposition {
  const scale = sizeOf(s);
  const scaled = times(s, 1 / scale);
  const {values, vectors} = unrefined(scaled, n);
  const share = shareOf(values);
  if (n < large || share < 1 / 16) {
    const accurate = n >= large && splitSuffices(share, n) ? splitProduct : compensatedProduct;
    refineEigen(
      v => (product ? times(product(v), 1 / scale) : rounded(accurate(scaled, exact(v), n))),
      vectors,
      values,
      n
    );
  }
  return {values: scaledUp(values, scale), vectors};
}

/** The same with an error of some ε‖S‖ in every eigenvalue. */
export function coarseEigen(s: Dense, n: number): Decomposition {
  const scale = sizeOf(s);
  const {values, vectors} = unrefined(times(s, 1 / scale), n);
  return {values: scaledUp(values, scale), vectors};
}

const scaledUp = (values: Float64Array, scale: number): Float64Array =>
  inRange("an eigenvalue", times(values, scale));

/**
 * The eigenvalues alone, ascending. Those of a large matrix have an error of some ε‖S‖, which takes nothing off the
 * largest, a trace or a norm; of a small one they are as accurate as those of {@link denseEigen}.
 */
export function coarseValues(s: Dense, n: number): Float64Array {
  if (n < large) return denseEigen(s, n).values;
  const scale = sizeOf(s);
  const kept = times(s, 1 / scale).map(x => (Math.abs(x) < negligible ? 0 : x));
  return scaledUp(valuesAlone(nudged(kept, n), n), scale);
}

/** By {@link decompose}, for entries of size 1. */
function unrefined(s: Dense, n: number): Decomposition {
  const kept = s.map(x => (Math.abs(x) < negligible ? 0 : x));
  let {values, vectors} = decompose(kept, n);
  if (!isOrthogonal(vectors, n)) ({values, vectors} = decompose(nudged(kept, n), n));
  if (!isOrthogonal(vectors, n)) throw new Error(`no orthogonal eigenvectors found at order ${n}`);
  return {values, vectors};
}

/** The least size of a value beside the largest. */
export function shareOf(values: Float64Array): number {
  let [least, most] = [Infinity, 0];
  for (const x of values) {
    least = Math.min(least, Math.abs(x));
    most = Math.max(most, Math.abs(x));
  }
  return least / most;
}

/** By `ml-matrix`, or the dense kernel, which has its bits. */
export const decompose = (s: Dense, n: number): Decomposition =>
  (n >= 12 ? byKernel(s, n) : undefined) ?? byMlMatrix(s, n);

interface Decomposition {
  values: Float64Array;
  vectors: Dense;
}

function byKernel(s: Dense, n: number): Decomposition | undefined {
  const stride = strideOf(n);
  const kernel = denseKernel([n * stride, stride, stride, stride, stride]);
  if (!kernel) return undefined;
  const [rows, values] = kernel.places;
  const [v, d, e, cosines, sines] = kernel.at;
  spread(s, rows, n, stride);
  kernel.exports.tridiagonalise(v, d, e, n, stride, 1);
  kernel.exports.diagonalise(v, d, e, cosines, sines, n, stride);
  return {values: values.slice(0, n), vectors: transpose(gathered(rows, n, stride), n)};
}

/** The values of {@link decompose} without its vectors, for a fifth of the work. */
export function valuesAlone(s: Dense, n: number): Float64Array {
  const stride = strideOf(n);
  const kernel = n >= 12 ? denseKernel([n * stride, stride, stride, stride, stride]) : undefined;
  if (!kernel) return byMlMatrix(s, n).values;
  const [rows, values] = kernel.places;
  const [v, d, e, cosines, sines] = kernel.at;
  spread(s, rows, n, stride);
  kernel.exports.tridiagonalise(v, d, e, n, stride, 0);
  kernel.exports.diagonalise(0, d, e, cosines, sines, n, stride);
  return values.slice(0, n);
}

export function byMlMatrix(s: Dense, n: number): Decomposition {
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

/** ‖VᵀV − I‖ is below 10⁻¹² entry by entry. */
export function isOrthogonal(v: Dense, n: number): boolean {
  const products = denseGram(v, n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++)
      if (!(Math.abs(products[i * n + j] - (i === j ? 1 : 0)) <= 1e-12)) return false;
  return true;
}

/** A power of two near the largest entry: dividing by it is exact and keeps squares in range. */
function sizeOf(s: Dense): number {
  const largest = largestEntry(s);
  return largest === 0 ? 1 : powerOfTwo(Math.max(-1000, Math.min(1000, exponentOf(largest))));
}
