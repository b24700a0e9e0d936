import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import type {lines, wanderings, windows} from "../cases/drifts.js";
import {times, toMatrix} from "../printed/algebra.js";

type Wandering = (typeof wanderings)[number];
type Line = (typeof lines)[number];
type Window = (typeof windows)[number];

/** Σᵢⱼ = (η²Gᵢⱼ/b + kick·Qᵢⱼ)/(η(hᵢ + hⱼ) − η²hᵢhⱼ) in the eigenbasis of H. */
function tracking(
  {hessian, noise, drift, learningRate: eta, batchSize: b}: Wandering,
  kick: number
) {
  const {values: h, vectors} = symmetricEigen(hessian);
  const inBasis = (m: readonly (readonly number[])[]) =>
    times(vectors.transpose(), toMatrix(m), vectors);
  const [g, q] = [inBasis(noise), inBasis(drift)];
  const sigma = g.clone();
  for (const [i, x] of h.entries())
    for (const [j, y] of h.entries())
      sigma.set(
        i,
        j,
        ((eta * eta * g.get(i, j)) / b + kick * q.get(i, j)) / (eta * (x + y) - eta * eta * x * y)
      );
  return times(vectors, sigma, vectors.transpose());
}

/** With a drift of bQ between two updates. */
export const tracked = (each: Wandering) => tracking(each, each.batchSize);

/** As if a window's wait brought no more drift than one transaction. */
export const trackedOnce = (each: Wandering) => tracking(each, 1.5);

/** τ = √(q/g) and the variance √(qg)/h that it leaves, to first order in ηh. */
export const bestTemperature = ({curvature, g, q}: Line) => [
  Math.sqrt(q / g),
  Math.sqrt(q * g) / curvature
];

/** With half of the variance. */
export const bestTemperatureHalved = ({curvature, g, q}: Line) => [
  Math.sqrt(q / g),
  Math.sqrt(q * g) / (2 * curvature)
];

/** (1 + φ)/(1 − φ) − 2φ(1 − φᵇ)/(b(1 − φ)²). */
export const windowNoise = ({batchSize: b, correlation: f}: Window) =>
  (1 + f) / (1 - f) - (2 * f * (1 - f ** b)) / (b * (1 - f) * (1 - f));

/** (1 + φ)/(1 − φ), its limit for long windows. */
export const longWindowNoise = ({correlation: f}: Window) => (1 + f) / (1 - f);
