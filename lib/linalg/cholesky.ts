import type {Dense} from "./dense.js";

/** The lower triangular L with L Lᵀ = S, or nothing if the symmetric S is not positive definite. */
export function cholesky(s: Dense, n: number): Dense | undefined {
  const l = new Float64Array(n * n);
  for (let j = 0; j < n; j++)
    for (let i = j; i < n; i++) {
      let sum = s[i * n + j];
      for (let k = 0; k < j; k++) sum -= l[i * n + k] * l[j * n + k];
      if (i === j && !(sum > 0)) return undefined;
      l[i * n + j] = i === j ? Math.sqrt(sum) : sum / l[j * n + j];
    }
  return l;
}
