import type {Dense} from "./dense.js";
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
  for (const {start: j0, size: q} of diagonalBlocks(s, n).reverse()) {
    const columns = new Float64Array(q * m);
    for (let i = 0; i < m; i++)
      for (let j = 0; j < q; j++) {
        let sum = y[i * n + j0 + j];
        for (let k = j0 + q; k < n; k++) sum -= y[i * n + k] * s[(j0 + j) * n + k];
        columns[j * m + i] = sum;
      }
    for (const {start: i0, size: p} of rows) {
      const b = new Float64Array(p * q);
      const system = new Float64Array(p * q * p * q);
      for (let i = 0; i < p; i++)
        for (let j = 0; j < q; j++) {
          const unknown = i * q + j;
          let sum = columns[j * m + i0 + i];
          for (let k = i0 + p; k < m; k++) sum -= t[(i0 + i) * m + k] * columns[j * m + k];
          b[unknown] = sum;
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
