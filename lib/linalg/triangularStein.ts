import {addDots} from "./addDots.js";
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
  /** The columns of Y Sᵀ over a block column, as far as they are known, one after the other. */
  const known = new Float64Array(2 * m);
  const sums = new Float64Array(4);
  const systems = [1, 2, 3, 4].map(order => new Float64Array(order * order));
  const rights = [1, 2, 3, 4].map(order => new Float64Array(order));
  for (const {start: j0, size: q} of diagonalBlocks(s, n).reverse()) {
    const j1 = j0 + q - 1;
    for (let i0 = 0; i0 < m; i0 += 2) {
      const i1 = Math.min(i0 + 1, m - 1);
      addDots(sums.fill(0), y, i0 * n, i1 * n, s, j0 * n, j1 * n, j0 + q, n);
      known[i0] = sums[0];
      known[m + i0] = sums[1];
      known[i1] = sums[2];
      known[m + i1] = sums[3];
    }
    for (const {start: i0, size: p} of rows) {
      const i1 = i0 + p - 1;
      sums[0] = y[i0 * n + j0];
      sums[1] = y[i0 * n + j1];
      sums[2] = y[i1 * n + j0];
      sums[3] = y[i1 * n + j1];
      addDots(sums, t, i0 * m, i1 * m, known, 0, m, i0, m);
      const b = rights[p * q - 1];
      const system = systems[p * q - 1];
      for (let i = 0; i < p; i++)
        for (let j = 0; j < q; j++) {
          const unknown = i * q + j;
          b[unknown] = sums[2 * i + j];
          for (let k = 0; k < p; k++)
            for (let l = 0; l < q; l++)
              system[unknown * p * q + k * q + l] =
                k === i && l === j
                  ? oneMinusProduct(t[(i0 + i) * m + i0 + k], s[(j0 + j) * n + j0 + l])
                  : -t[(i0 + i) * m + i0 + k] * s[(j0 + j) * n + j0 + l];
        }
      solveSmall(system, b);
      // Rows above see this block through T[·, i0] Y[i0, j0] Sᵀ[j0, j0]: fold it into `known`.
      for (let i = 0; i < p; i++)
        for (let j = 0; j < q; j++) {
          y[(i0 + i) * n + j0 + j] = b[i * q + j];
          for (let l = 0; l < q; l++)
            known[j * m + i0 + i] += b[i * q + l] * s[(j0 + j) * n + j0 + l];
        }
    }
  }
  return y;
}
