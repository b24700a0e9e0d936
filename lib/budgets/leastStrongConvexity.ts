import {numberIn, positive} from "../check.js";

/**
 * The least µ_F of all pairs with given extreme curvatures and a given condition number of the metric
 *
 *     min_Q µ_F(H, QFQᵀ) = ½(h_max + h_min) − (κ_F + 1)/(4√κ_F) · (h_max − h_min)
 *
 * attained where the extreme axes of F lie at 45° to those of H, in one plane; the other eigenvalues do not
 * matter. Positive if and only if (√κ_H − 1)(√κ_F − 1) < 2. Has the unit of H. Since F and H − µ satisfy
 * u·F(H − µ)u ≥ 0 for all u as long as the largest angles by which the two turn a vector, of sine
 * (κ − 1)/(κ + 1), add up to 90° at most. Source: Fisher, Assumption 6.2.
 *
 * @throws RangeError unless 0 < smallest ≤ largest and κ_F ≥ 1
 * @example leastStrongConvexity({largest: 20, smallest: 1, metricRatio: 50}); // −23.76
 */
export function leastStrongConvexity({
  largest,
  smallest,
  metricRatio: kappa
}: {
  largest: number;
  smallest: number;
  metricRatio: number;
}): number {
  positive("smallest", smallest);
  numberIn("largest", largest, `[${smallest}, ∞)`, x => x >= smallest);
  numberIn("metricRatio", kappa, "[1, ∞)", x => x >= 1);
  return (largest + smallest) / 2 - ((kappa + 1) / (4 * Math.sqrt(kappa))) * (largest - smallest);
}
