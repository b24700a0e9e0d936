/**
 * Solves M x = b in place for the few unknowns of one block (row-major M, order b.length); x
 * replaces b. Gaussian elimination with complete pivoting.
 */
export function solveSmall(m: Float64Array, b: Float64Array): void {
  const n = b.length;
  const column = Array.from({length: n}, (_, i) => i);
  for (let k = 0; k < n; k++) {
    let [row, pivot] = [k, k];
    for (let i = k; i < n; i++)
      for (let j = k; j < n; j++)
        if (Math.abs(m[i * n + j]) > Math.abs(m[row * n + pivot])) [row, pivot] = [i, j];
    for (let j = 0; j < n; j++) [m[k * n + j], m[row * n + j]] = [m[row * n + j], m[k * n + j]];
    [b[k], b[row]] = [b[row], b[k]];
    for (let i = 0; i < n; i++) [m[i * n + k], m[i * n + pivot]] = [m[i * n + pivot], m[i * n + k]];
    [column[k], column[pivot]] = [column[pivot], column[k]];
    for (let i = k + 1; i < n; i++) {
      const factor = m[i * n + k] / m[k * n + k];
      for (let j = k; j < n; j++) m[i * n + j] -= factor * m[k * n + j];
      b[i] -= factor * b[k];
    }
  }
  const x = new Float64Array(n);
  for (let k = n - 1; k >= 0; k--) {
    for (let j = k + 1; j < n; j++) b[k] -= m[k * n + j] * b[j];
    b[k] /= m[k * n + k];
  }
  for (let k = 0; k < n; k++) x[column[k]] = b[k];
  b.set(x);
}
