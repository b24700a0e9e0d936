import type {Dense} from "./dense.js";
import {frobenius} from "./dense.js";

/** Whether ‖A − Aᵀ‖ ≤ 4ε‖A‖: what is left of a symmetric matrix that was computed. */
export function isNearlySymmetric(a: Dense, n: number): boolean {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sum += (a[i * n + j] - a[j * n + i]) ** 2;
  return Math.sqrt(sum) <= 4 * Number.EPSILON * frobenius(a);
}
