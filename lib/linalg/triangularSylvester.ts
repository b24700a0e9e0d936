import {addDots} from "./addDots.js";
import {type Dense, times} from "./dense.js";
import {diagonalBlocks} from "./quasiTriangular.js";
import {solveSmall} from "./solveSmall.js";

/**
 * Solves T Y + Y Sᵀ = F for quasi-triangular T (m×m) and S (n×n), F m×n.
 * Method: back substitution by blocks from the last row and column
 * (Bartels and Stewart 1972).
 */
export function triangularSylvester(t: Dense, s: Dense, f: Dense, m: number, n: number): Dense {
  const y = f.slice();
  const rows = diagonalBlocks(t, m).reverse();
  const minusT = times(t, -1);
  const minusS = s === t ? minusT : times(s, -1);
  /** The columns of a block column of Y, one after the other. */
  const columns = new Float64Array(2 * m);
  const sums = new Float64Array(4);
  const systems = [1, 2, 3, 4].map(order => new Float64Array(order * order));
  const rights = [1, 2, 3, 4].map(order => new Float64Array(order));
  for (const {start: j0, size: q} of diagonalBlocks(s, n).reverse()) {
    const j1 = j0 + q - 1;
    for (let i0 = 0; i0 < m; i0 += 2) {
      const i1 = Math.min(i0 + 1, m - 1);
      sums[0] = y[i0 * n + j0];
      sums[1] = y[i0 * n + j1];
      sums[2] = y[i1 * n + j0];
      sums[3] = y[i1 * n + j1];
      addDots(sums, y, i0 * n, i1 * n, minusS, j0 * n, j1 * n, j0 + q, n);
      columns[i0] = sums[0];
      columns[m + i0] = sums[1];
      columns[i1] = sums[2];
      columns[m + i1] = sums[3];
    }
    for (const {start: i0, size: p} of rows) {
      const i1 = i0 + p - 1;
      sums[0] = columns[i0];
      sums[1] = columns[m + i0];
      sums[2] = columns[i1];
      sums[3] = columns[m + i1];
      addDots(sums, minusT, i0 * m, i1 * m, columns, 0, m, i0 + p, m);
      const b = rights[p * q - 1];
      const system = systems[p * q - 1].fill(0);
      for (let i = 0; i < p; i++)
        for (let j = 0; j < q; j++) {
          const unknown = i * q + j;
          b[unknown] = sums[2 * i + j];
          for (let k = 0; k < p; k++)
            system[unknown * p * q + k * q + j] += t[(i0 + i) * m + i0 + k];
          for (let k = 0; k < q; k++)
            system[unknown * p * q + i * q + k] += s[(j0 + j) * n + j0 + k];
        }
      solveSmall(system, b);
      for (let i = 0; i < p; i++)
        for (let j = 0; j < q; j++) columns[j * m + i0 + i] = b[i * q + j];
    }
    for (let i = 0; i < m; i++) for (let j = 0; j < q; j++) y[i * n + j0 + j] = columns[j * m + i];
  }
  return y;
}
