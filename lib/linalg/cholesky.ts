import {type Dense, transpose} from "./dense.js";

/** The lower triangular L with L Lᵀ = S, or nothing if the symmetric S is not positive definite. */
export function cholesky(s: Dense, n: number): Dense | undefined {
  const upper = transpose(s, n);
  for (let k = 0; k < n; k++) {
    const row = k * n;
    if (!(upper[row + k] > 0)) return undefined;
    const pivot = Math.sqrt(upper[row + k]);
    upper[row + k] = pivot;
    for (let j = k + 1; j < n; j++) upper[row + j] /= pivot;
    for (let i = k + 1; i < n; i++) {
      const x = upper[row + i];
      for (let j = i, at = i * n + i; j < n; j++, at++) upper[at] -= x * upper[row + j];
    }
  }
  for (let i = 0; i < n; i++) upper.fill(0, i * n, i * n + i);
  return transpose(upper, n);
}
