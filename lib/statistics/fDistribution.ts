import {numberIn, positive} from "../check.js";
import {regularisedBeta} from "./incompleteBeta.js";
import {invertIncreasing} from "./invertCdf.js";

/** Distribution function of F with (m, n) degrees of freedom: I_{mx/(mx+n)}(m/2, n/2). */
export function fCdf(x: number, numerator: number, denominator: number): number {
  check(x, numerator, denominator);
  const total = numerator * x + denominator;
  return regularisedBeta(
    numerator / 2,
    denominator / 2,
    (numerator * x) / total,
    denominator / total
  );
}

/** Upper tail of F, accurate where it is small. */
export function fUpper(x: number, numerator: number, denominator: number): number {
  check(x, numerator, denominator);
  const total = numerator * x + denominator;
  return regularisedBeta(
    denominator / 2,
    numerator / 2,
    denominator / total,
    (numerator * x) / total
  );
}

/**
 * The x that F stays below with probability p.
 *
 * @throws RangeError unless p in [0, 1) and both degrees of freedom are positive.
 * @example
 * fQuantile(0.95, 2, 10); // 4.102821015303716
 */
export function fQuantile(p: number, numerator: number, denominator: number): number {
  numberIn("p", p, "[0, 1)", v => v >= 0 && v < 1);
  check(0, numerator, denominator);
  if (p === 0) return 0;
  return p < 0.5
    ? invertIncreasing(x => fCdf(x, numerator, denominator), p, 0, Infinity)
    : invertIncreasing(x => -fUpper(x, numerator, denominator), p - 1, 0, Infinity);
}

function check(x: number, numerator: number, denominator: number): void {
  numberIn("x", x, "[0, ∞)", v => v >= 0);
  positive("numerator", numerator);
  positive("denominator", denominator);
}
