import {identity, inverse, scale} from "../brute/arrays.js";
import {stationaryByElimination} from "../brute/stationaryByElimination.js";
import type {Boltzmann, Whitened} from "../cases/noise.js";

/** The c with which the probability current −Kw p − ½λc ∇p of the density vanishes at a point. */
export const strengthByCurrent = ({hessian, temperature, rate, factor}: Boltzmann) => {
  const at = [0.7, -0.4];
  const h = 1e-4;
  const exponent = (x: readonly number[]) =>
    -(factor / temperature) *
    hessian.reduce((sum, row, i) => sum + row.reduce((dot, k, j) => dot + k * x[j], 0) * x[i], 0);
  const pull = hessian[0].reduce((sum, k, j) => sum + k * at[j], 0);
  const slope = (exponent([at[0] + h, at[1]]) - exponent([at[0] - h, at[1]])) / (2 * h);
  return (-2 * pull) / (rate * slope);
};

/** T·½Σ⁻¹ for T = 1 with C = (1/λ)I, Σ by elimination. */
export const exponentsByElimination = ({hessian, rate}: Whitened) => {
  const noise = scale(identity(hessian.length), 1 / rate);
  return scale(inverse(stationaryByElimination({hessian, noise, rate})), 1 / 2);
};
