import {add, diagonal, inverse, scale, trace, transpose} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import type {Rows} from "../cases/matrices.js";
import type {Boltzmann, Direction, Whitened} from "../cases/noise.js";

/** (L(hδ) + L(−hδ) − 2L(0))/(2h²), extrapolated from h and 2h to h → 0. */
export const secondDifferences = ({inputs, direction}: Direction) => {
  const loss = (h: number) =>
    inputs.reduce((sum, x) => {
      const u = h * x.reduce((dot, a, i) => dot + a * direction[i], 0);
      return sum + Math.expm1(u) - u;
    }, 0);
  const difference = (h: number) => (loss(h) + loss(-h)) / (2 * h * h);
  return (4 * difference(0.005) - difference(0.01)) / 3;
};

const form = (a: Rows, x: readonly number[]) =>
  a.reduce((sum, row, i) => sum + row.reduce((dot, k, j) => dot + k * x[j], 0) * x[i], 0);

/** Tr E wwᵀ under a density in the plane, by the midpoint rule on a grid of ±12. */
function spread(density: (x: readonly number[]) => number): number {
  let [mass, second] = [0, 0];
  for (let i = 0; i < 480; i++)
    for (let j = 0; j < 480; j++) {
      const x = [(i + 0.5) / 20 - 12, (j + 0.5) / 20 - 12];
      const p = density(x);
      mass += p;
      second += p * (x[0] * x[0] + x[1] * x[1]);
    }
  return second / mass;
}

/** The c at which the diffusion with noise λcI has the spread of the density. */
export const strengthBySpread = ({hessian, temperature, rate, factor}: Boltzmann) =>
  spread(x => Math.exp((-factor * form(hessian, x)) / temperature)) /
  trace(lyapunovIntegral(hessian, diagonal([rate, rate])));

/** T·½Σ⁻¹ of the recursion with C = (T/λ)I, for T = 1. */
export const exponents = ({hessian, rate}: Whitened) => {
  const noise = diagonal(hessian.map(() => 1 / rate));
  const half = scale(inverse(steadyCovariance({hessian, noise, rate})), 1 / 2);
  // Rounding leaves it a little off symmetry.
  return scale(add(half, transpose(half)), 1 / 2);
};
