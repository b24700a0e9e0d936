import {integer, numberIn} from "../check.js";

export interface RobbinsMonroProductOptions {
  /** a, any real number. */
  readonly a: number;
  /** c₀ ≥ 0. */
  readonly c0: number;
  /** s ≥ 1, default 1. */
  readonly from?: number;
  /** The T at which to look, ascending, each > s. */
  readonly to: readonly number[];
}

/**
 * Π_{s,T} at each T of `to`, factor by factor
 *
 *     Π_{s,T} = ∏_{k=s}^{T−1} (1 − a/k + c₀/k²)
 *
 * It may be negative or zero: the factors are negative between the roots of k² − ak + c₀.
 * Source: Fisher, Lemma A.4.
 *
 * @throws RangeError unless c₀ ≥ 0, s ≥ 1 and the T are ascending integers > s
 * @example robbinsMonroProduct({a: 1, c0: 0, from: 2, to: [10]}); // [1/9]
 */
export function robbinsMonroProduct({a, c0, from = 1, to}: RobbinsMonroProductOptions): number[] {
  numberIn("a", a, "(−∞, ∞)", Number.isFinite);
  numberIn("c0", c0, "[0, ∞)", x => x >= 0);
  let k = integer("from", from, 1);
  let product = 1;
  return to.map(T => {
    integer("to", T, k + 1);
    for (; k < T; k++) product *= 1 - a / k + c0 / (k * k);
    return product;
  });
}
