import {integer, numberIn} from "../check.js";

/**
 * The least κ_F d_eff of all F with a given effective dimension in d directions
 *
 *     min { Tr F/λmin(F) : Tr F/λmax(F) = d_eff } = d_eff (d − 1)/(d_eff − 1) ≥ d
 *
 * attained where all eigenvalues but the largest are equal; at d_eff = 1 there is none. A number without
 * unit, that grows with d at any d_eff. Source: Fisher, Remarks 6.3 and 7.7.
 *
 * @throws RangeError unless d ≥ 2 and 1 < d_eff ≤ d
 * @example leastProduct({dimension: 100, effectiveDimension: 2}); // 198
 */
export function leastProduct({
  dimension: d,
  effectiveDimension
}: {
  dimension: number;
  effectiveDimension: number;
}): number {
  integer("dimension", d, 2);
  numberIn("effectiveDimension", effectiveDimension, `(1, ${d}]`, x => x > 1 && x <= d);
  return (effectiveDimension * (d - 1)) / (effectiveDimension - 1);
}
