import {identity, ofUnitTrace, type Square} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {loss} from "../brute/loss.js";
import type {QuasiRun, Unlike} from "../cases/quasi.js";

/** Σ of the steady state of (72). */
export const steadyState = (run: QuasiRun) => steadyCovariance(run);

/** Its ½ Tr KΣ. */
export const error = (run: QuasiRun) => loss(run, steadyCovariance(run));

/** The steady states of (5) without momentum, and with it. */
export const ends = ({hessian, noise, rate, momentum}: QuasiRun) => [
  steadyCovariance({hessian, noise, rate}),
  steadyCovariance({hessian, noise, rate, momentum})
];

/** Σ/Tr Σ of (72) with K = C = I that is nearest to what Λ gives, over a grid of λ, µ and ν. */
export function nearest({rates}: Unlike): Square {
  const one = identity(rates.length);
  const gains = rates.map(x => x / (2 - x));
  const total = gains.reduce((sum, x) => sum + x, 0);
  let best = {distance: Number.POSITIVE_INFINITY, sigma: one};
  for (const rate of [0.1, 0.5, 1, 1.5, 1.9])
    for (const momentum of [0, 0.3, 0.6, 0.9])
      for (const nu of [0, 0.25, 0.5, 0.75, 1]) {
        const sigma = ofUnitTrace(
          steadyCovariance({hessian: one, noise: one, rate, momentum, nu, damped: true})
        );
        const distance = Math.hypot(...gains.map((x, i) => sigma[i][i] - x / total));
        if (distance < best.distance) best = {distance, sigma};
      }
  return best.sigma;
}
