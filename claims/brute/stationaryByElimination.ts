import type {Rows} from "../cases/matrices.js";
import {product, type Square, transpose} from "./arrays.js";
import {type Optimiser, recursion} from "./augmented.js";

/** x with Ax = b by Gauss's elimination with row pivoting. */
export function eliminated(a: Rows, b: readonly number[]): number[] {
  const work = a.map((row, i) => [...row, b[i]]);
  const n = work.length;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(work[r][c]) > Math.abs(work[pivot][c])) pivot = r;
    [work[c], work[pivot]] = [work[pivot], work[c]];
    for (let r = c + 1; r < n; r++) {
      const factor = work[r][c] / work[c][c];
      if (factor !== 0) for (let j = c; j <= n; j++) work[r][j] -= factor * work[c][j];
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let r = n - 1; r >= 0; r--) {
    let rest = work[r][n];
    for (let j = r + 1; j < n; j++) rest -= work[r][j] * x[j];
    x[r] = rest / work[r][r];
  }
  return x;
}

/** The covariance of w at rest: P − APAᵀ = BCBᵀ for that of (w, m), entry by entry; nothing is summed up. */
export function stationaryByElimination(optimiser: Optimiser): Square {
  const whole = recursion(optimiser);
  const d = optimiser.hessian.length;
  // Without momentum w is a state of its own.
  const n = optimiser.momentum ? 2 * d : d;
  const A = whole.A.slice(0, n).map(row => row.slice(0, n));
  const B = whole.B.slice(0, n);
  const kick = product(B, whole.C, transpose(B));
  const places = Array.from({length: n * n}, (_, k) => [Math.floor(k / n), k % n]);
  const system = places.map(([i, j]) =>
    places.map(([k, l]) => (i === k && j === l ? 1 : 0) - A[i][k] * A[j][l])
  );
  const P = eliminated(system, kick.flat());
  return Array.from({length: d}, (_, i) => P.slice(i * n, i * n + d));
}
