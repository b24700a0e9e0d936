import {integer, numberIn} from "../check.js";
import {regularisedBeta} from "./incompleteBeta.js";

/**
 * Upper tail of the binomial law, P(X ≥ k) = I_p(k, n − k + 1) for X successes in n trials
 *
 * 1 for k ≤ 0 and 0 for k > n; accurate where it is small. Source: DLMF 8.17.5.
 *
 * @throws RangeError unless n is an integer ≥ 1, k an integer and p in (0, 1)
 * @example binomialUpper(1, 2, 0.5); // 0.75
 */
export function binomialUpper(k: number, n: number, p: number): number {
  integer("n", n, 1);
  integer("k", k, -Infinity);
  numberIn("p", p, "(0, 1)", x => x > 0 && x < 1);
  if (k <= 0) return 1;
  return k > n ? 0 : regularisedBeta(k, n - k + 1, p);
}
