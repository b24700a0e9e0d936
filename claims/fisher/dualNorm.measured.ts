import {apply, dot, inverse, norm, product, scale, transpose} from "../brute/arrays.js";
import type {Rows} from "../cases/matrices.js";
import type {Covector, valley} from "../cases/oracle.js";
import type {Pair} from "../cases/pairs.js";

/** max gᵀv over vᵀFv = 1: the way to the minimum of ½vᵀFv − gᵀv leads to the maximiser's direction. */
function largestPull(F: Rows, g: readonly number[]): number {
  const rate = 1 / norm(F);
  let v = g.map(() => 0);
  for (let k = 0; k < 20_000; k++) {
    const slope = apply(F, v);
    v = v.map((x, i) => x - rate * (slope[i] - g[i]));
  }
  return dot(g, v) / Math.sqrt(dot(v, apply(F, v)));
}

export function largestPulls({metric, gradient, change}: Covector) {
  if (!change) return largestPull(metric, gradient);
  const back = transpose(change);
  return largestPull(product(back, metric, change), apply(back, gradient));
}

/** max ‖Hδ‖²_{F⁻¹}/‖δ‖²_F along the powers 2, 4, 8, … 2⁴⁰ of F⁻¹HF⁻¹H: neighbouring eigenvalues part, too. */
export function quotient({hessian, noise}: Pair) {
  const inverted = inverse(noise);
  let power = product(inverted, hessian, inverted, hessian);
  for (let k = 0; k < 40; k++) {
    power = scale(power, 1 / norm(power));
    power = product(power, power);
  }
  const delta = apply(
    power,
    hessian.map((_, i) => 1 + i / 7)
  );
  const g = apply(hessian, delta);
  return dot(g, apply(inverted, g)) / dot(delta, apply(noise, delta));
}

/** The largest quotient of (42) on a grid of θ, for L = Σ wₖ log cosh θₖ. */
export function valleyQuotient({weights, metric}: typeof valley) {
  let top = 0;
  for (let i = 0; i < 60; i++)
    for (let j = 0; j < 60; j++) {
      const theta = [2 * (i / 59) ** 4, 2 * (j / 59) ** 4 + 1e-9];
      const g = theta.map((x, k) => weights[k] * Math.tanh(x));
      const up = g.reduce((sum, x, k) => sum + x ** 2 / metric[k], 0);
      top = Math.max(top, up / theta.reduce((sum, x, k) => sum + x ** 2 * metric[k], 0));
    }
  return top;
}
