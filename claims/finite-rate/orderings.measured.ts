import {
  add,
  inverse,
  product,
  scale,
  smallestEigenvalue,
  subtract,
  trace
} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {optimisers, type Pair, pairs, type Rows, table} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

/** Curvatures 1 and 0.6 with noise that is nearly of one direction, between them. */
const tilted: Pair = {
  name: "tilted",
  hessian: [
    [1, 0],
    [0, 0.6]
  ],
  noise: [
    [1.001, 1],
    [1, 1.001]
  ],
  trace: 1.6
};

const excess = (pair: Pair, rate: number, momentum: number) => {
  const discrete = steadyCovariance({...pair, rate, momentum});
  const continuous = lyapunovIntegral(pair.hessian, scale(pair.noise, rate / (1 - momentum)));
  return smallestEigenvalue(subtract(discrete, continuous)) / trace(continuous);
};

const least = (momentum: number): Numbers => ({
  "least eigenvalue over Tr Σ_c": [
    Math.min(
      ...[tilted, ...pairs.slice(1)].flatMap(pair =>
        [0.2, 1, 1.9].map(x => excess(pair, x / pair.trace, momentum))
      )
    )
  ]
});

export const leastExcess = (): Numbers => least(0);
export const leastExcessWithMomentum = (): Numbers => least(0.97);

const error = (hessian: Rows, noise: Rows, rate: number, momentum: number) =>
  trace(product(hessian, steadyCovariance({hessian, noise, rate, momentum}))) / 2;

const ratios = (noiseOf: (hessian: Rows, noise: Rows) => Rows): Numbers =>
  Object.fromEntries(
    pairs.flatMap(pair => {
      const [u] = table(`direction ${pair.name}`, 1, pair.hessian.length);
      const size = (0.1 * pair.trace) / u.reduce((sum, x) => sum + x * x, 0);
      const more = add(
        pair.hessian,
        u.map(x => u.map(y => size * x * y))
      );
      return optimisers.map(({rateOver, momentum}) => {
        const rate = rateOver / pair.trace;
        const here = error(pair.hessian, noiseOf(pair.hessian, pair.noise), rate, momentum);
        const there = error(more, noiseOf(more, pair.noise), rate, momentum);
        const slow = 1e4 * error(pair.hessian, pair.noise, 1e-4 * rate, momentum);
        return [`${pair.name}, µ = ${momentum}`, [there / here, here / slow]];
      });
    })
  );

export const growth = (): Numbers => ratios((_, noise) => noise);

/** C ∝ K⁻² in place of C. */
export const growthOfQuieter = (): Numbers =>
  ratios(hessian => product(inverse(hessian), inverse(hessian)));
