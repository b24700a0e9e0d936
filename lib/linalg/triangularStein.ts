import type {Dense} from "./dense.js";
import {diagonalBlocks} from "./quasiTriangular.js";
import {solveSmall} from "./solveSmall.js";

/** 1 − xy without the cancellation of 1 − (xy) where x and y are near one another and near ±1. */
export const oneMinusProduct = (x: number, y: number): number =>
  x < 0 ? 1 + x - x * (1 + y) : 1 - x + x * (1 - y);

/**
 * Solves Y − T Y Sᵀ = F for quasi-triangular T (m×m) and S (n×n, T where it is not given), F m×n.
 * Method: back substitution by blocks, one block column at a time, with the sums over
 * the columns already known formed once, so that the cost stays O(n³) (Kitagawa 1977).
 */
export function triangularStein(t: Dense, f: Dense, m: number, s: Dense = t, n = m): Dense {
  const y = f.slice();
  const rows = diagonalBlocks(t, m).reverse();
  const known = new Float64Array(m * 2);
  for (const {start: j0, size: q} of diagonalBlocks(s, n).reverse()) {
    for (let i = 0; i < m; i++)
      for (let j = 0; j < q; j++) {
        let sum = 0;
        for (let k = j0 + q; k < n; k++) sum += y[i * n + k] * s[(j0 + j) * n + k];
        known[i * 2 + j] = sum;
      }
    for (const {start: i0, size: p} of rows) {
      for (let i = i0; i < i0 + p; i++)
        for (let j = 0; j < q; j++) {
          let sum = y[i * n + j0 + j];
          for (let k = i0; k < m; k++) sum += t[i * m + k] * known[k * 2 + j];
          y[i * n + j0 + j] = sum;
        }
      const b = new Float64Array(p * q);
      const system = new Float64Array(p * q * p * q);
      for (let i = 0; i < p; i++)
        for (let j = 0; j < q; j++) {
          const unknown = i * q + j;
          b[unknown] = y[(i0 + i) * n + j0 + j];
          for (let k = 0; k < p; k++)
            for (let l = 0; l < q; l++)
              system[unknown * p * q + k * q + l] =
                k === i && l === j
                  ? oneMinusProduct(t[(i0 + i) * m + i0 + k], s[(j0 + j) * n + j0 + l])
                  : -t[(i0 + i) * m + i0 + k] * s[(j0 + j) * n + j0 + l];
        }
      solveSmall(system, b);
      for (let i = 0; i < p; i++)
        for (let j = 0; j < q; j++) y[(i0 + i) * n + j0 + j] = b[i * q + j];
      // Rows above see this block through T[·, i0] Y[i0, j0] Sᵀ[j0, j0]: fold it into `known`.
      for (let i = 0; i < p; i++)
        for (let j = 0; j < q; j++)
          for (let l = 0; l < q; l++)
            known[(i0 + i) * 2 + j] += b[i * q + l] * s[(j0 + j) * n + j0 + l];
    }
  }
  return y;
}
