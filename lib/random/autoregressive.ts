import {numberIn} from "../check.js";
import type {NoiseSource} from "./source.js";

/**
 * A stationary Gaussian AR(1) series with unit variance, xₜ = φ xₜ₋₁ + √(1 − φ²) zₜ, x₀ = z₀:
 * E xₛ xₜ = φ^|s−t|.
 *
 * φ in (−1, 1). `source` gives independent standard normals; one per value.
 *
 * @throws RangeError where coefficient is outside (−1, 1)
 * @example autoregressive(normals(uniforms(address)), 0.9).next()
 */
export function autoregressive(source: NoiseSource, coefficient: number): NoiseSource {
  numberIn("coefficient", coefficient, "(−1, 1)", c => Math.abs(c) < 1);
  const gain = Math.sqrt((1 - coefficient) * (1 + coefficient));
  let x: number | undefined;
  return {
    next() {
      x = x === undefined ? source.next() : coefficient * x + gain * source.next();
      return x;
    }
  };
}
