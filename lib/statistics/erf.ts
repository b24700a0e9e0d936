import {regularisedGammaP, regularisedGammaQ} from "./incompleteGamma.js";

/**
 * Error function erf(x) = 2/√π ∫₀ˣ e^{−t²} dt = sign(x) P(½, x²)
 *
 * Relative error a few ε, tiny x included. Source: DLMF 7.11.1.
 *
 * @example
 * erf(1); // 0.8427007929497149
 */
export function erf(x: number): number {
  if (Math.abs(x) < 1e-8) return (2 / Math.sqrt(Math.PI)) * x;
  return Math.sign(x) * regularisedGammaP(0.5, x * x);
}

/** Complementary error function 1 − erf(x), with full relative accuracy for large x. */
export function erfc(x: number): number {
  return x < 0 ? 1 + erf(-x) : x < 1e-8 ? 1 - erf(x) : regularisedGammaQ(0.5, x * x);
}
