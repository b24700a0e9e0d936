import type {Exponential, Radial, Wave} from "../cases/approximation.js";
import type {Reversible} from "../cases/assumption.js";
import {eye, invert, minus, times, toMatrix} from "../printed/algebra.js";

/** γ/(6√(2π)): Edgeworth's first term at the mean. */
const edgeworth =
  (divisor: number) =>
  ({skewness}: Exponential) =>
    skewness / (divisor * Math.sqrt(2 * Math.PI));
export const distance = edgeworth(6);
export const distanceHalf = edgeworth(12);

/** cos θ and cos 2θ on the gradient flow of 1 − cos θ after a time, run at a speed. */
const flow =
  (speed: number) =>
  ({start, time}: Wave) => {
    const theta = 2 * Math.atan(Math.tan(start / 2) * Math.exp(-time * speed));
    return [Math.cos(theta), Math.cos(2 * theta)];
  };
export const gradientFlow = flow(1);
export const slowFlow = flow(0.5);

/**
 * E cos X_T and E cos 2X_T of (23) at η/B = ¼, by ∂ₜu = −sin θ u′ + ½τ(1 + g cos θ)²u″ on cosines, which
 * stay cosines, with Runge and Kutta's rule.
 */
export function diffusion({growth, start, time, firstRate: tau}: Wave) {
  const [K, pieces] = [24, 1500];
  const slope = (u: readonly number[]) => {
    const to = u.map(() => 0);
    const add = (m: number, x: number) => {
      if (Math.abs(m) < K) to[Math.abs(m)] += x;
    };
    u.forEach((c, m) => {
      add(m - 1, (m * c) / 2);
      add(m + 1, (-m * c) / 2);
      const w = (-tau * m * m * c) / 2;
      add(m, w * (1 + growth ** 2 / 2));
      for (const s of [-1, 1]) {
        add(m + s, w * growth);
        add(m + 2 * s, (w * growth ** 2) / 4);
      }
    });
    return to;
  };
  const along = (u: readonly number[], k: readonly number[], d: number) =>
    u.map((x, m) => x + d * k[m]);
  const mean = (mode: number) => {
    const d = time / pieces;
    let u: number[] = Array.from({length: K}, (_, m) => (m === mode ? 1 : 0));
    for (let step = 0; step < pieces; step++) {
      const k1 = slope(u);
      const k2 = slope(along(u, k1, d / 2));
      const k3 = slope(along(u, k2, d / 2));
      const k4 = slope(along(u, k3, d));
      u = u.map((x, m) => x + (d / 6) * (k1[m] + 2 * k2[m] + 2 * k3[m] + k4[m]));
    }
    return u.reduce((sum, c, m) => sum + c * Math.cos(m * start), 0);
  };
  return [mean(1), mean(2)];
}

/** Σ of (23) at rest times (1 − ηH/2)⁻¹, for noise that commutes with H. */
const discrete =
  (correction: number) =>
  ({hessian, noise, rate}: Reversible) => {
    const H = toMatrix(hessian);
    const continuous = times(rate / 2, invert(H), toMatrix(noise));
    return times(continuous, invert(minus(eye(H.rows), times((correction * rate) / 2, H))));
  };
export const discreteVariance = discrete(1);
export const continuousVariance = discrete(0);

/** E r² of p ∝ exp(log) in d dimensions. */
function squaredRadius(dimension: number, log: (r2: number) => number): number {
  let [sum, mass] = [0, 0];
  // r² = e^u: the tails are powers.
  for (let u = -60; u <= 60; u += 1 / 32) {
    const r2 = Math.exp(u);
    const p = Math.exp(log(r2) + (u * dimension) / 2);
    sum += r2 * p;
    mass += p;
  }
  return sum / mass;
}
/** σ⁻²exp(−(2/τ)∫dL/σ²), σ² = 1 + ar². */
export const radialLaw = ({dimension, temperature: tau, growth: a}: Radial) =>
  squaredRadius(dimension, r2 => -(1 + 1 / (a * tau)) * Math.log1p(a * r2));
/** (29): |Σ|^(−½)exp(−2L/τ), |Σ| = σ^{2d}. */
export const radialLawAsPrinted = ({dimension, temperature: tau, growth: a}: Radial) =>
  squaredRadius(dimension, r2 => (-dimension / 2) * Math.log1p(a * r2) - r2 / tau);
