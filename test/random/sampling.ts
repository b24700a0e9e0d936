import {default_rng} from "../../lib/random/numpy.js";
import type {NoiseSource, UniformSource} from "../../lib/random/source.js";

/** A seeded stream of uniforms for the tests. */
export function seeded(seed: number): UniformSource {
  const source = default_rng(seed).bit_generator;
  return {next: () => source.nextDouble()};
}

export function sample(count: number, draw: () => number): Float64Array {
  return Float64Array.from({length: count}, draw);
}

/** (mean − expected) in standard errors √(variance/n), the variance being exact. */
export function meanZ(values: Float64Array, expected: number, variance: number): number {
  let sum = 0;
  for (const value of values) sum += value - expected;
  return sum / Math.sqrt(values.length * variance);
}

/** √n supₓ |Fₙ(x) − F(x)|: above 2.23 with probability 1e-4 under F (Kolmogorov). */
export function kolmogorovSmirnov(values: Float64Array, cdf: (x: number) => number): number {
  const sorted = values.slice().sort();
  let largest = 0;
  for (let i = 0; i < sorted.length; i++) {
    const F = cdf(sorted[i]!);
    largest = Math.max(largest, F - i / sorted.length, (i + 1) / sorted.length - F);
  }
  return largest * Math.sqrt(sorted.length);
}

/** erf by its series (below 3) and its continued fraction. */
export function erf(x: number): number {
  if (x < 0) return -erf(-x);
  if (x < 3) {
    let term = (2 / Math.sqrt(Math.PI)) * x;
    let sum = term;
    for (let n = 1; Math.abs(term) > 1e-17; n++) {
      term *= (-x * x) / n;
      sum += term / (2 * n + 1);
    }
    return sum;
  }
  let fraction = 0;
  for (let k = 60; k > 0; k--) fraction = k / 2 / (x + fraction);
  return 1 - Math.exp(-x * x) / ((x + fraction) * Math.sqrt(Math.PI));
}

export const normalCdf = (x: number): number => (1 + erf(x / Math.SQRT2)) / 2;

/**
 * The covariance matrix of a linear transformation of normals, from its response to each of them alone.
 * Exact: nothing is sampled.
 */
export function linearCovariance(
  inputs: number,
  transform: (source: NoiseSource) => ArrayLike<number>
): number[][] {
  const responses = Array.from({length: inputs}, (_, input) => {
    let drawn = 0;
    return transform({next: () => (drawn++ === input ? 1 : 0)});
  });
  const n = responses[0]!.length;
  return Array.from({length: n}, (_, i) =>
    Array.from({length: n}, (_, j) => responses.reduce((sum, x) => sum + x[i]! * x[j]!, 0))
  );
}
