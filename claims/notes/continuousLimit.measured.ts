import {circleGrid, interpolateOnCircle} from "../../lib/diffusion/circleGrid.js";
import {circleSgd, earlier, skewedNoise} from "../../lib/diffusion/circleSgd.js";
import {steadyCovariance} from "../brute/augmented.js";
import {limit} from "../brute/limit.js";
import type {Exponential, Radial, Wave} from "../cases/approximation.js";
import type {Reversible} from "../cases/assumption.js";

/** Φ(x) by Simpson's rule from 0. */
function normal(x: number): number {
  const n = 200;
  let sum = 0;
  for (let k = 0; k <= n; k++)
    sum += (k === 0 || k === n ? 1 : k % 2 ? 4 : 2) * Math.exp(-(((x * k) / n) ** 2) / 2);
  return 0.5 + (sum * x) / (3 * n) / Math.sqrt(2 * Math.PI);
}

/** P(Σ of B exponentials ≤ y) = 1 − e^{−y}Σ_{k<B} yᵏ/k!, by Poisson's weights from the largest. */
function erlang(B: number, y: number): number {
  if (y <= 0) return 0;
  let [log, sum] = [-y, 0];
  for (let k = 0; k < B; k++) {
    sum += Math.exp(log);
    log += Math.log(y) - Math.log(k + 1);
  }
  return 1 - sum;
}

/** √B sup|F − Φ| of standardised means of B centred exponentials, as B → ∞. */
export function distances(_: Exponential) {
  const furthest = (invB: number) => {
    const B = Math.round(1 / invB);
    const gap = (x: number) => Math.abs(erlang(B, B + Math.sqrt(B) * x) - normal(x));
    let [best, at, width] = [0, 0, 0.8];
    for (let round = 0; round < 12; round++, width /= 5)
      for (let k = -10, centre = at; k <= 10; k++) {
        const x = centre + (k * width) / 10;
        if (gap(x) > best) [best, at] = [gap(x), x];
      }
    return [Math.sqrt(B) * best];
  };
  return limit(furthest, 1 / 8, 1, 5);
}

/** E cos θ_N and E cos 2θ_N of exact steps with batches of one, skewed noise, as η → 0. */
export function vanishingRate({growth, start, time, firstRate}: Wave) {
  const grid = circleGrid(24);
  const problem = {gradient: Math.sin, amplitude: (x: number) => 1 + growth * Math.cos(x)};
  const after = (eta: number) => {
    const P = circleSgd(grid, problem, {learningRate: eta, temperature: eta, noise: skewedNoise});
    return [1, 2].map(m => {
      let u: Float64Array = grid.points.map(x => Math.cos(m * x));
      for (let k = 0; k < Math.round(time / eta); k++) u = earlier(P, u);
      return interpolateOnCircle(grid, u, start);
    });
  };
  return limit(after, firstRate / 2, 1, 7);
}

export const steadySteps = ({hessian, noise, rate}: Reversible) =>
  steadyCovariance({hessian, noise, rate});

/** E r² at rest of steps with noise τ(1 + ar²)I, as the step vanishes. */
export function radialSteps({dimension: d, temperature: tau, growth: a}: Radial) {
  const rest = (h: number) => {
    let m = 1;
    for (let k = 0; k < 30 / h; k++) m = (1 - h) ** 2 * m + d * h * tau * (1 + a * m);
    return [m];
  };
  return limit(rest, 0.1);
}
