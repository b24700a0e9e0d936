import {narrowed} from "../brute/least.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import type {StiffOfHundred} from "../cases/bound.js";
import type {Schedule} from "../cases/effective.js";
import {tenDimensional} from "../cases/fisher.js";

const {curvatures: h, anisotropic: G} = tenDimensional;

const limit = (x: number, noise: number, eta0: number) =>
  lyapunovIntegral([[eta0 * x - 0.5]], [[eta0 * eta0 * noise]])[0][0];

/** The limit of N·Risk as ∫e^{−(2η₀h − 1)s}ds, mode by mode. */
export const integralConstant = ({eta0}: Schedule) =>
  h.reduce((sum, x, i) => sum + x * limit(x, G[i][i], eta0), 0);

function leastGap(stiff: number, kappa: number): number {
  const gap = (eta0: number) =>
    (stiff * kappa * limit(kappa, kappa, eta0) + (100 - stiff) * limit(1, 1, eta0)) / 100;
  return gap(narrowed(gap, [0.55, 1.2], 40)[0]);
}

export const integralGrowth = ({stiff, kappa}: StiffOfHundred) =>
  leastGap(stiff, 10 * kappa) / leastGap(stiff, kappa);
