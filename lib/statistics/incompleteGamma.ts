import {numberIn, positive} from "../check.js";
import {exp} from "../elementary/exp.js";
import {invertIncreasing} from "./invertCdf.js";
import {deviance, stirlingError} from "./logGamma.js";

/**
 * Regularised lower incomplete gamma function P(a, x) = 1/Γ(a) ∫₀ˣ t^{a−1} e^{−t} dt
 *
 * Power series for x < a + 1, continued fraction (Lentz) beyond. The prefactor x^a e^{−x}/Γ(a+1)
 * comes from Loader's saddle-point form, so that large a loses no digits. Relative error a few
 * 10⁻¹⁵ where P is not tiny. Source: DLMF 8.7.1, 8.9.2; Loader 2000.
 *
 * @throws RangeError unless a > 0 and x ≥ 0.
 * @example
 * regularisedGammaP(1, 2); // 1 − e⁻²
 */
export function regularisedGammaP(a: number, x: number): number {
  check(a, x);
  if (x === Infinity) return 1;
  return x < a + 1 ? seriesP(a, x) : 1 - fractionQ(a, x);
}

/** Q(a, x) = 1 − P(a, x), accurate in the upper tail. */
export function regularisedGammaQ(a: number, x: number): number {
  check(a, x);
  if (x === Infinity) return 0;
  return x < a + 1 ? 1 - seriesP(a, x) : fractionQ(a, x);
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

function check(a: number, x: number): void {
  positive("a", a);
  if (!(x >= 0)) throw new RangeError(`x must lie in [0, ∞]; got ${x}`);
}

/** x^a e^{−x} / Γ(a + 1). */
function prefactor(a: number, x: number): number {
  return exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

function seriesP(a: number, x: number): number {
  if (x === 0) return 0;
  let sum = 1;
  let term = 1;
  for (let k = 1; term > sum * (Number.EPSILON / 4); k++) {
    term *= x / (a + k);
    sum += term;
  }
  return Math.min(1, prefactor(a, x) * sum);
}

function fractionQ(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / Math.sqrt(Number.MIN_VALUE);
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < 1e6; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / nonZero(numerator * d + b);
    c = nonZero(b + numerator / c);
    const factor = c * d;
    h *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) break;
  }
  return prefactor(a, x) * a * h;
}

function nonZero(v: number): number {
  return Math.abs(v) < 1e-300 ? 1e-300 : v;
}
