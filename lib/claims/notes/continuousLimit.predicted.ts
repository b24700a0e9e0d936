import {circleDiffusion} from "../../diffusion/circleDiffusion.js";
import {circleGrid, interpolateOnCircle} from "../../diffusion/circleGrid.js";
import {radial, wave} from "../approximationCases.js";
import {commutingPairs} from "../cases.js";
import type {Numbers} from "../claim.js";
import {entries, eye, invert, minus, times, toMatrix} from "../printed/algebra.js";

/** γ/(6√(2π)): Edgeworth's first term at the mean, for skewness γ = 2. */
const edgeworth = (divisor: number): Numbers => ({
  "exponential gradients": [2 / (divisor * Math.sqrt(2 * Math.PI))]
});
export const distance = () => edgeworth(6);
export const distanceHalf = () => edgeworth(12);

const {growth, start, time, firstRate} = wave;

/** cos θ and cos 2θ on the gradient flow of 1 − cos θ after a time. */
const flow = (t: number): Numbers => {
  const theta = 2 * Math.atan(Math.tan(start / 2) * Math.exp(-t));
  return {wave: [Math.cos(theta), Math.cos(2 * theta)]};
};
export const gradientFlow = () => flow(time);
export const slowFlow = () => flow(time / 2);

/** E cos X_T and E cos 2X_T of (23) at η/B = ¼. */
export function diffusion(): Numbers {
  const grid = circleGrid(24);
  const {earlier} = circleDiffusion(grid, {
    drift: x => -Math.sin(x),
    variance: x => firstRate * (1 + growth * Math.cos(x)) ** 2
  });
  return {
    wave: [1, 2].map(m =>
      interpolateOnCircle(
        grid,
        earlier(
          grid.points.map(x => Math.cos(m * x)),
          time
        ),
        start
      )
    )
  };
}

/** Σ of (23) at rest times (1 − ηH/2)⁻¹, for noise that commutes with H. */
function discrete(correction: number): Numbers {
  return Object.fromEntries(
    commutingPairs.map(({name, hessian, noise, trace}) => {
      const [H, rate] = [toMatrix(hessian), 0.9 / trace];
      const continuous = times(rate / 2, invert(H), toMatrix(noise));
      const factor = invert(minus(eye(H.rows), times((correction * rate) / 2, H)));
      return [name, entries(times(continuous, factor))];
    })
  );
}
export const discreteVariance = () => discrete(1);
export const continuousVariance = () => discrete(0);

/** E r² of p ∝ exp(−potential) in the plane. */
function squaredRadius(log: (r2: number) => number): Numbers {
  let [sum, mass] = [0, 0];
  // r² = e^u: the tails are powers.
  for (let u = -40; u <= 60; u += 1 / 32) {
    const r2 = Math.exp(u);
    const p = Math.exp(log(r2)) * r2;
    sum += r2 * p;
    mass += p;
  }
  return {plane: [sum / mass]};
}
const {temperature: tau, growth: a} = radial;
/** Σ⁻¹exp(−(2/τ)∫dL/σ²), σ² = 1 + ar². */
export const radialLaw = () => squaredRadius(r2 => -(1 + 1 / (a * tau)) * Math.log1p(a * r2));
/** (29): |Σ|^(−½)exp(−2L/τ), |Σ| = σ⁴. */
export const radialLawAsPrinted = () => squaredRadius(r2 => -Math.log1p(a * r2) - r2 / tau);
