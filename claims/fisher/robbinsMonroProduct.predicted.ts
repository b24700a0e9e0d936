import {robbinsMonroProductLimit} from "../../lib/budgets/robbinsMonroProductLimit.js";
import type {Product} from "../cases/bound.js";

export const productLimit = ({a, c0}: Product) => robbinsMonroProductLimit(a, c0);

/** The first-order form, 1/Γ(1 − a), in which c₀ is forgotten. */
export const productLimitFirstOrder = ({a}: Product) => robbinsMonroProductLimit(a + 1e-9, 0);

/** 2^a e^{π²c₀/6}, and |α_k|e^{a/k} for the factors that are negative. */
export function productBound({a, c0}: Product) {
  let bound = 2 ** a * Math.exp((Math.PI ** 2 * c0) / 6);
  for (let k = 1; k <= a; k++) {
    const factor = 1 - a / k + c0 / (k * k);
    if (factor < 0) bound *= Math.max(1, -factor * Math.exp(a / k));
  }
  return bound;
}
