import {type Dense, frobenius, transpose} from "./dense.js";

/** Whether ‖A − Aᵀ‖ ≤ 4ε‖A‖: what is left of a symmetric matrix that was computed. */
export function isNearlySymmetric(a: Dense, n: number): boolean {
  const other = transpose(a, n);
  return frobenius(a.map((x, i) => x - other[i])) <= 4 * Number.EPSILON * frobenius(a);
}
