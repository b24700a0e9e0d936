import {positive} from "../check.js";
import {cos} from "../elementary/cos.js";
import {exp} from "../elementary/exp.js";
import {sin} from "../elementary/sin.js";
import type {CircleGrid} from "./circleGrid.js";

/** A loss of period 2π whose samples have the gradient h(θ) + a(θ)ζ, ζ of mean 0 and variance 1. */
export interface CircleProblem {
  /** h = L′. */
  readonly gradient: (theta: number) => number;
  /** a, so that Σ = a². */
  readonly amplitude: (theta: number) => number;
}

/** Real and imaginary part of E e^{itζ}. */
export type Characteristic = (t: number) => readonly [number, number];

/** ζ standard normal. */
export const gaussianNoise: Characteristic = t => [exp((-t * t) / 2), 0];

/** ζ = 2 with probability 1/5, else −½: variance 1, skewness 1.5. */
export const skewedNoise: Characteristic = t => [
  0.2 * cos(2 * t) + 0.8 * cos(t / 2),
  0.2 * sin(2 * t) - 0.8 * sin(t / 2)
];

/**
 * One step of SGD on a circle, exact, as a matrix on the values of a function at the points of a grid:
 *
 *     (Pu)(θ) = E u(θ − ηh(θ) − √(ητ) a(θ)ζ),   τ = η/b
 *
 * for u a trigonometric sum of degree K: e^{imθ} becomes e^{im(θ − ηh)} χ(−m√(ητ)a). Row-major,
 * (2K+1)². Pᵏu is E u(θₖ) by the start, pᵀP the law after a step of a law p of weights on the points,
 * both to rounding once K resolves them. Source: Fisher, equation (24); notes, (12).
 *
 * @throws RangeError unless learningRate > 0 and temperature > 0.
 */
export function circleSgd(
  {points, cosines, sines, modes}: CircleGrid,
  {gradient, amplitude}: CircleProblem,
  {
    learningRate,
    temperature,
    noise = gaussianNoise
  }: {learningRate: number; temperature: number; noise?: Characteristic}
): Float64Array {
  positive("learningRate", learningRate);
  positive("temperature", temperature);
  const n = points.length;
  const kick = Math.sqrt(learningRate * temperature);
  const P = new Float64Array(n * n);
  points.forEach((theta, i) => {
    const mean = theta - learningRate * gradient(theta);
    const [c, s] = [cos(mean), sin(mean)];
    const scale = -kick * amplitude(theta);
    const row = P.subarray(i * n, i * n + n).fill(1 / n);
    let [cm, sm] = [1, 0];
    for (let m = 1; m <= modes; m++) {
      [cm, sm] = [cm * c - sm * s, sm * c + cm * s];
      const [re, im] = noise(m * scale);
      const a = (2 * (cm * re - sm * im)) / n;
      const b = (2 * (sm * re + cm * im)) / n;
      for (let j = 0, k = 0; j < n; j++, k = k + m < n ? k + m : k + m - n)
        row[j] += a * cosines[k] + b * sines[k];
    }
  });
  return P;
}

/** Pu: the function one step earlier. */
export function earlier(P: Float64Array, u: Float64Array): Float64Array {
  const n = u.length;
  return u.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += P[i * n + j] * u[j];
    return sum;
  });
}

/** pᵀP: the law one step later. */
export function later(P: Float64Array, p: Float64Array): Float64Array {
  const n = p.length;
  const next = new Float64Array(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) next[j] += p[i] * P[i * n + j];
  return next;
}
