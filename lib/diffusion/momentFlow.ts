import {cos} from "../elementary/cos.js";
import {sin} from "../elementary/sin.js";
import {square} from "../elementary/square.js";

/**
 * Mean m and variance V of SGD on L = 1 − cos θ with the noise (1 + g cos θ)ζ, averaged over its jitter:
 *
 *     m′ = −h − ½ηhh′ − ½h″V,   V′ = −2h′V + τ(1 + g cos m)²,   h = sin m
 *
 * The mean is pushed down the gradient of ½L″V: it leaves sharp places, as in a central flow. Correct to
 * the second order in η for m and the first for V where τ = η/b. Time in units of ηk; by Runge and
 * Kutta's rule of order 4. Source: notes, §2.3 (central flows).
 *
 * @example momentFlow({growth: 0, start: 2, time: 1, learningRate: 0, temperature: 0}).mean
 * // 2 atan(tan(1)/e)
 */
export function momentFlow({
  growth,
  start,
  time,
  learningRate: eta,
  temperature: tau
}: {
  growth: number;
  start: number;
  time: number;
  learningRate: number;
  temperature: number;
}): {mean: number; spread: number} {
  const rate = (m: number, V: number): [number, number] => {
    const [s, c] = [sin(m), cos(m)];
    return [-s - (eta / 2) * s * c + (s * V) / 2, -2 * c * V + tau * square(1 + growth * c)];
  };
  const pieces = 1024;
  const d = time / pieces;
  let [m, V] = [start, 0];
  for (let k = 0; k < pieces; k++) {
    const [a1, b1] = rate(m, V);
    const [a2, b2] = rate(m + (d / 2) * a1, V + (d / 2) * b1);
    const [a3, b3] = rate(m + (d / 2) * a2, V + (d / 2) * b2);
    const [a4, b4] = rate(m + d * a3, V + d * b3);
    m += (d / 6) * (a1 + 2 * a2 + 2 * a3 + a4);
    V += (d / 6) * (b1 + 2 * b2 + 2 * b3 + b4);
  }
  return {mean: m, spread: V};
}
