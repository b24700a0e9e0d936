import {numberIn} from "../check.js";
import {cos} from "../elementary/cos.js";
import {log} from "../elementary/log.js";
import {pow} from "../elementary/pow.js";
import {sin} from "../elementary/sin.js";
import {openUniform} from "./openUniform.js";
import type {UniformSource} from "./source.js";

/**
 * A symmetric α-stable variate X with E e^{itX} = e^{−|t|^α}.
 *
 * α in (0, 2]: α = 2 is normal with variance 2, α = 1 Cauchy; for α < 2 the variance is infinite, and
 * P(|X| > x) ~ C x^{−α}. The sum of n of them is n^{1/α} X in law. Values beyond float64, which
 * α below 0.1 may give, come as ±Infinity.
 * Method: Chambers, Mallows and Stuck 1976, X = sin(αU)·[(cos((1 − α)U)/W)^{1−α}/cos U]^{1/α}, U uniform on
 * (−π/2, π/2), W exponential. Source: notes, section 2.3 (heavy tails).
 *
 * @throws RangeError where alpha is outside (0, 2]
 * @example symmetricStable(uniforms(address), 1.5)
 */
export function symmetricStable(source: UniformSource, alpha: number): number {
  numberIn("alpha", alpha, "(0, 2]", a => a > 0 && a <= 2);
  const fraction = openUniform(source) - 0.5;
  const angle = Math.PI * fraction;
  const exponential = -log(openUniform(source));
  // cos(πf) by its complement near the ends, where all the heavy tail comes from
  const cosine = sin(Math.PI * (0.5 - Math.abs(fraction)));
  if (alpha === 1) return sin(angle) / cosine;
  // one outer power, so that no underflow meets an overflow
  const base = pow(cos((1 - alpha) * angle) / exponential, 1 - alpha) / cosine;
  return sin(alpha * angle) * pow(base, 1 / alpha);
}
