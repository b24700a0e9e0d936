import {numberIn, positive} from "../check.js";
import {deviance, stirlingError} from "./logGamma.js";

/**
 * Regularised incomplete beta function I_x(a, b) = 1/B(a, b) ∫₀ˣ t^{a−1}(1−t)^{b−1} dt
 *
 * Continued fraction (Lentz) on the side of the mean where it converges, with the prefactor in
 * Loader's saddle-point form. `complement` is 1 − x; giving it when x is close to 1 keeps digits.
 * Source: DLMF 8.17.22; Loader 2000.
 *
 * @throws RangeError unless a, b > 0 and x in [0, 1].
 * @example
 * regularisedBeta(1, 2, 0.5); // 1 − 0.5² = 0.75
 */
export function regularisedBeta(a: number, b: number, x: number, complement = 1 - x): number {
  positive("a", a);
  positive("b", b);
  numberIn("x", x, "[0, 1]", v => v >= 0 && v <= 1);
  if (x === 0) return 0;
  if (complement === 0) return 1;
  return x < (a + 1) / (a + b + 2)
    ? prefactor(a, b, x, complement) * fraction(a, b, x)
    : 1 - prefactor(b, a, complement, x) * fraction(b, a, complement);
}

/** x^a (1−x)^b / (a B(a, b)). */
function prefactor(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const exponent =
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    deviance(a, n * x) -
    deviance(b, n * y);
  return Math.exp(exponent) * Math.sqrt(b / (2 * Math.PI * a * n));
}

function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 1e6; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    h *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    h *= c * d;
    if (Math.abs(c * d - 1) < Number.EPSILON) break;
  }
  return h;
}

function nonZero(v: number): number {
  return Math.abs(v) < 1e-300 ? 1e-300 : v;
}
