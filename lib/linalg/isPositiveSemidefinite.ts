import type {Dense} from "./dense.js";

/** Whether every eigenvalue of the symmetric S is ≥ −tolerance: S + tolerance·I has a Cholesky factor. */
export function isPositiveSemidefinite(s: Dense, n: number, tolerance: number): boolean {
  if (s.every(x => x === 0)) return true;
  const l = s.slice();
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = l[i * n + j] + (i === j ? tolerance : 0);
      for (let k = 0; k < j; k++) sum -= l[i * n + k] * l[j * n + k];
      if (i === j && !(sum > 0)) return false;
      l[i * n + j] = i === j ? Math.sqrt(sum) : sum / l[j * n + j];
    }
  }
  return true;
}
