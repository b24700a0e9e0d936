import {describe, numberIn, positive} from "../check.js";
import {gammaFraction, gammaPrefactor, gammaSeries} from "./gammaSeries.js";
import {invertIncreasing} from "./invertCdf.js";
import {gammaTailOfLargeShape} from "./largeShape.js";

/** From here on the uniform expansion for large a has all digits, and the series would take √a terms. */
const largeShape = 1e6;

/**
 * Regularised lower incomplete gamma function P(a, x) = 1/Γ(a) ∫₀ˣ t^{a−1} e^{−t} dt
 *
 * Power series for x < a + 1, continued fraction (Lentz) beyond, the prefactor x^a e^{−x}/Γ(a+1) in
 * Loader's saddle-point form; Temme's uniform expansion for a ≥ 10⁶. Relative error of the smaller of P and
 * Q: below (300 + √a + D)ε, with D = a log(a/x) + x − a the exponent of its size.
 * Source: DLMF 8.7.1, 8.9.2, 8.12; Loader 2000.
 *
 * @throws RangeError unless a > 0 and x ≥ 0.
 * @example
 * regularisedGammaP(1, 2); // 1 − e⁻²
 */
export function regularisedGammaP(a: number, x: number): number {
  check(a, x);
  if (x === Infinity) return 1;
  if (a >= largeShape) return x < a ? gammaTailOfLargeShape(a, x) : 1 - gammaTailOfLargeShape(a, x);
  return x < a + 1 ? gammaSeries(a, x) : 1 - fractionQ(a, x);
}

/** Q(a, x) = 1 − P(a, x), accurate in the upper tail. */
export function regularisedGammaQ(a: number, x: number): number {
  check(a, x);
  if (x === Infinity) return 0;
  if (a >= largeShape) return x < a ? 1 - gammaTailOfLargeShape(a, x) : gammaTailOfLargeShape(a, x);
  return x < a + 1 ? 1 - gammaSeries(a, x) : fractionQ(a, x);
}

/**
 * The x with P(a, x) = p, for p in [0, 1).
 *
 * @throws RangeError unless a > 0 and p in [0, 1).
 */
export function regularisedGammaInverse(a: number, p: number): number {
  positive("a", a);
  numberIn("p", p, "[0, 1)", v => v >= 0 && v < 1);
  if (p === 0) return 0;
  return p < 0.5
    ? invertIncreasing(x => regularisedGammaP(a, x), p, 0, Infinity)
    : invertIncreasing(x => -regularisedGammaQ(a, x), p - 1, 0, Infinity);
}

const fractionQ = (a: number, x: number): number => gammaPrefactor(a, x) * a * gammaFraction(a, x);

function check(a: number, x: number): void {
  positive("a", a);
  if (typeof x !== "number" || !(x >= 0))
    throw new RangeError(`x must lie in [0, ∞]; got ${describe(x)}`);
}
