import {type Dense, frobenius, minus, transpose} from "./dense.js";

/** Whether ‖A − Aᵀ‖ ≤ 4ε‖A‖: what is left of a symmetric matrix that was computed. */
export function isNearlySymmetric(a: Dense, n: number): boolean {
  return frobenius(minus(a, transpose(a, n))) <= 4 * Number.EPSILON * frobenius(a);
}
