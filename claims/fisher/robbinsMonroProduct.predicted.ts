import {robbinsMonroProductLimit} from "../../lib/budgets/robbinsMonroProductLimit.js";
import {products} from "../cases/bound.js";
import type {Numbers} from "../ledger/claim.js";

const perProduct = (f: (a: number, c0: number) => number): Numbers =>
  Object.fromEntries(products.map(({a, c0}) => [`a = ${a}, c₀ = ${c0}`, [f(a, c0)]]));

export const productLimits = (): Numbers => perProduct(robbinsMonroProductLimit);

/** The first-order form, 1/Γ(1 − a), in which c₀ is forgotten. */
export const productLimitsFirstOrder = (): Numbers =>
  perProduct(a => robbinsMonroProductLimit(a + 1e-9, 0));

/** 2^a e^{π²c₀/6}, and |α_k|e^{a/k} for the factors that are negative. */
export const productBounds = (): Numbers =>
  perProduct((a, c0) => {
    let bound = 2 ** a * Math.exp((Math.PI ** 2 * c0) / 6);
    for (let k = 1; k <= a; k++) {
      const factor = 1 - a / k + c0 / (k * k);
      if (factor < 0) bound *= Math.max(1, -factor * Math.exp(a / k));
    }
    return bound;
  });
