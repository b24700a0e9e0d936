import {numberIn, positive} from "../check.js";

/** v, a bound on the predictable variance, and R, on the increments; the units of M² and M. */
export interface MartingaleBounds {
  readonly variance: number;
  readonly range: number;
}

/**
 * Freedman's bound on Pr(M_T ≥ λ and V_T ≤ v) for a martingale with increments ≤ R
 *
 *     exp( −λ² / (2v + 2Rλ/3) )
 *
 * Source: Fisher, Lemma A.5; Freedman 1975.
 *
 * @throws RangeError unless v, R and λ are positive
 * @example freedmanTail({variance: 1, range: 3}, 1); // e^(−1/4)
 */
export function freedmanTail({variance: v, range: R}: MartingaleBounds, lambda: number): number {
  positive("variance", v);
  positive("range", R);
  positive("lambda", lambda);
  return Math.exp((-lambda * lambda) / (2 * v + (2 * R * lambda) / 3));
}

/**
 * The λ at which `freedmanTail` is δ, with ℓ = log(1/δ)
 *
 *     λ = Rℓ/3 + √( (Rℓ/3)² + 2vℓ )
 *
 * The printed √(2vℓ) + 2Rℓ/3 is never smaller, and up to a quarter larger: where √(2vℓ) = 4Rℓ/9.
 * Source: solving Fisher, Lemma A.5, for λ.
 *
 * @throws RangeError unless v and R are positive and δ in (0, 1)
 * @example
 * const bounds = {variance: 2, range: 1};
 * freedmanTail(bounds, freedmanQuantile(bounds, 0.01)); // 0.01
 */
export function freedmanQuantile({variance: v, range: R}: MartingaleBounds, delta: number): number {
  positive("variance", v);
  positive("range", R);
  numberIn("delta", delta, "(0, 1)", x => x > 0 && x < 1);
  const l = -Math.log(delta);
  const linear = (R * l) / 3;
  return linear + Math.sqrt(linear * linear + 2 * v * l);
}
