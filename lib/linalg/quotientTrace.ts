import {cholesky} from "./cholesky.js";
import {type Dense, multiply} from "./dense.js";

/** Tr(M⁻¹C) for symmetric M and C of order n, M given by its Cholesky factor: Σᵢⱼ (WC)ᵢⱼWᵢⱼ with W = L⁻¹. */
export function quotientTrace(factor: Dense, c: Dense, n: number): number {
  const inverse = inverseOfLower(factor, n);
  const product = multiply(inverse, c, n);
  let sum = 0;
  for (let i = 0; i < n * n; i++) sum += product[i] * inverse[i];
  return sum;
}

/** The inverse of a lower triangular matrix. */
function inverseOfLower(l: Dense, n: number): Dense {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const row = i * n;
    out[row + i] = 1;
    for (let k = 0; k < i; k++) {
      const x = l[row + k];
      for (let j = 0, at = k * n; j <= k; j++, at++) out[row + j] -= x * out[at];
    }
    for (let j = 0; j <= i; j++) out[row + j] /= l[row + i];
  }
  return out;
}

/** The Cholesky factor of S where every eigenvalue is above `least`. */
export function factorAbove(least: number, s: Dense, n: number): Dense | undefined {
  const below = s.slice();
  for (let i = 0; i < n; i++) below[i * n + i] -= least;
  return cholesky(below, n) && cholesky(s, n);
}
