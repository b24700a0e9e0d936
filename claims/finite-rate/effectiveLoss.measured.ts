import {add, inverse, scale, trace} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {boltzmann, cosh, whitened} from "../cases/noise.js";
import type {Rows} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

/** (L(hδ) + L(−hδ) − 2L(0))/(2h²), extrapolated from h and 2h to h → 0. */
export function secondDifferences(): Numbers {
  const loss = (w: readonly number[]) =>
    cosh.inputs.reduce(
      (sum, x) => sum + Math.log(Math.cosh(x.reduce((dot, a, i) => dot + a * w[i], 0))),
      0
    );
  const difference = (direction: readonly number[], h: number) =>
    (loss(direction.map(x => h * x)) + loss(direction.map(x => -h * x))) / (2 * h * h);
  return Object.fromEntries(
    cosh.directions.map(direction => [
      `δ = (${direction.join(", ")})`,
      [(4 * difference(direction, 0.005) - difference(direction, 0.01)) / 3]
    ])
  );
}

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
export const strengthBySpread = (): Numbers => {
  const {hessian, temperature, rate} = boltzmann;
  const unit = trace(
    lyapunovIntegral(
      hessian,
      scale(
        [
          [1, 0],
          [0, 1]
        ],
        rate
      )
    )
  );
  return {
    "exp(−wᵀKw/T), exp(−½wᵀKw/T)": [1, 1 / 2].map(
      factor => spread(x => Math.exp((-factor * form(hessian, x)) / temperature)) / unit
    )
  };
};

/** T·½Σ⁻¹ of the recursion with C = (T/λ)I, for T = 1. */
export const exponents = (): Numbers =>
  Object.fromEntries(
    whitened.map(({name, hessian, rate}) => {
      const noise = hessian.map((row, i) => row.map((_, j) => (i === j ? 1 / rate : 0)));
      const sigma = steadyCovariance({hessian, noise, rate});
      const half = scale(inverse(sigma), 1 / 2);
      // Rounding leaves it a little off symmetry.
      return [
        name,
        scale(
          add(
            half,
            half[0].map((_, j) => half.map(row => row[j]))
          ),
          1 / 2
        ).flat()
      ];
    })
  );
