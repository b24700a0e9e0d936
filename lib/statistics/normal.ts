import {numberIn} from "../check.js";
import {twoProduct} from "../elementary/pair.js";
import {erfc, erfcOfSquare} from "./erf.js";

/** Standard normal distribution function Φ(z) = ½ erfc(−z/√2), right to a few ε of itself in the lower tail. */
export function normalCdf(z: number): number {
  return z < -1 ? 0.5 * upperTwoSided(-z) : 0.5 * erfc(-z / Math.SQRT2);
}

/** erfc(z/√2) for z ≥ 1, z² in twice the precision. */
function upperTwoSided(z: number): number {
  if (z > 40) return 0;
  const {high, low} = twoProduct(z, z);
  return erfcOfSquare({high: high / 2, low: low / 2});
}

/** Two-sided p-value of a standard normal: P(|Z| ≥ |z|). */
export function normalTwoSided(z: number): number {
  return Math.abs(z) > 1 ? upperTwoSided(Math.abs(z)) : erfc(Math.abs(z) / Math.SQRT2);
}

/**
 * The z with Φ(z) = p
 *
 * Halley's iteration on Φ from a tail or centre guess; a few ε relative to max(1, |z|).
 *
 * @throws RangeError unless p in (0, 1).
 * @example
 * normalQuantile(0.975); // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  numberIn("p", p, "(0, 1)", v => v > 0 && v < 1);
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  let z =
    p < 0.3 ? -(t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t))) : 2.5 * (p - 0.5);
  for (let i = 0; i < 20; i++) {
    const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    const newton = (normalCdf(z) - p) / density;
    const step = newton / (1 + (z * newton) / 2);
    z -= step;
    if (Math.abs(step) <= 2 * Number.EPSILON * Math.max(1, Math.abs(z))) break;
  }
  return z;
}
