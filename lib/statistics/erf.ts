import {expSum} from "../elementary/exp.js";
import {type Pair, twoProduct} from "../elementary/pair.js";
import {gammaFraction, gammaSeries} from "./gammaSeries.js";

/** From here on 1 − P would cancel, and the fraction converges. */
const fractionFrom = 0.6;
/** Beyond it erfc is 0 in float64. */
const farthest = 40;

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
  if (Math.abs(x) > farthest) return Math.sign(x);
  const square = x * x;
  return (
    Math.sign(x) *
    (square < fractionFrom ? gammaSeries(0.5, square) : 1 - erfcOfSquare(twoProduct(x, x)))
  );
}

/** Complementary error function 1 − erf(x), with a relative error of a few ε down to 10⁻³⁰⁸. */
export function erfc(x: number): number {
  if (x > farthest) return 0;
  return x < 1e-8 ? 1 + erf(-x) : erfcOfSquare(twoProduct(x, x));
}

/**
 * erfc(√y) = Q(½, y) for y > 0, given as a pair: rounding y would cost y times that. From 0.6 on
 * √(y/π) e^{−y} times a continued fraction.
 */
export function erfcOfSquare({high, low}: Pair): number {
  if (high < fractionFrom) return 1 - gammaSeries(0.5, high);
  return Math.sqrt(high / Math.PI) * expSum(-high, -low) * gammaFraction(0.5, high);
}
