import {Matrix} from "ml-matrix";
import {type MatrixLike, squareMatrix} from "../../check.js";

/**
 * A = Q R with Q orthogonal and R upper triangular, as `numpy.linalg.qr`: Householder reflections with
 * LAPACK's signs (a diagonal entry of R has the sign opposite to what it was reflected from, and the
 * last one is not reflected).
 *
 * A n×n, of any rank. Method: LAPACK's `dgeqr2` and `dorg2r`; + − × ÷ √ only.
 *
 * @throws RangeError where A is not square or not finite
 * @example
 * const {Q, R} = qr(A);
 * Matrix.sub(Q.mmul(R), A).norm() // of the order n·ε·‖A‖
 */
export function qr(A: MatrixLike): {Q: Matrix; R: Matrix} {
  const R = squareMatrix("A", A);
  const n = R.rows;
  const Q = Matrix.eye(n);
  for (let k = 0; k < n - 1; k++) {
    let scale = 0;
    for (let i = k + 1; i < n; i++) scale = Math.max(scale, Math.abs(R.get(i, k)));
    if (scale === 0) continue;
    scale = Math.max(scale, Math.abs(R.get(k, k)));
    const x = Array.from({length: n}, (_, i) => (i < k ? 0 : R.get(i, k) / scale));
    const norm = Math.sqrt(x.reduce((sum, entry) => sum + entry * entry, 0));
    const alpha = x[k]!;
    const beta = alpha >= 0 ? -norm : norm;
    const v = x.map((entry, i) => (i === k ? 1 : entry / (alpha - beta)));
    reflectRows(R, v, (beta - alpha) / beta, k);
    reflectColumns(Q, v, (beta - alpha) / beta, k);
    for (let i = k; i < n; i++) R.set(i, k, i === k ? scale * beta : 0);
  }
  return {Q, R};
}

/** M ← (I − τ v vᵀ) M, v zero above k. */
function reflectRows(M: Matrix, v: readonly number[], tau: number, k: number): void {
  for (let j = 0; j < M.columns; j++) {
    let dot = 0;
    for (let i = k; i < M.rows; i++) dot += v[i]! * M.get(i, j);
    for (let i = k; i < M.rows; i++) M.set(i, j, M.get(i, j) - tau * v[i]! * dot);
  }
}

/** M ← M (I − τ v vᵀ), v zero above k. */
function reflectColumns(M: Matrix, v: readonly number[], tau: number, k: number): void {
  for (let i = 0; i < M.rows; i++) {
    let dot = 0;
    for (let j = k; j < M.columns; j++) dot += M.get(i, j) * v[j]!;
    for (let j = k; j < M.columns; j++) M.set(i, j, M.get(i, j) - tau * dot * v[j]!);
  }
}
