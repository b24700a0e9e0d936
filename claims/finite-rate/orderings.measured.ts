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
import {loss} from "../brute/loss.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import type {ScalarRun} from "../cases/optimisers.js";
import {type Pair, type Rows, table, tiltedPairs} from "../cases/problems.js";
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

const least = (momentum: number) => (): Numbers => ({
  "least eigenvalue over Tr Σ_c": [
    Math.min(
      ...[tilted, ...tiltedPairs].flatMap(pair =>
        [0.2, 1, 1.9].map(x => excess(pair, x / pair.trace, momentum))
      )
    )
  ]
});

export const leastExcess = least(0);
export const leastExcessWithMomentum = least(0.97);

const error = ({noise, momentum}: ScalarRun, hessian: Rows, rate: number) =>
  loss({hessian}, steadyCovariance({hessian, noise, rate, momentum}));

const ratios = (noiseOf: (hessian: Rows, noise: number[][]) => number[][]) => (run: ScalarRun) => {
  const {hessian, noise, rate} = run;
  const d = hessian.length;
  const [u] = table(`direction d = ${d}`, 1, d);
  const size = (0.1 * run.trace) / u.reduce((sum, x) => sum + x * x, 0);
  const more = add(
    hessian,
    u.map(x => u.map(y => size * x * y))
  );
  const here = error({...run, noise: noiseOf(hessian, noise)}, hessian, rate);
  const there = error({...run, noise: noiseOf(more, noise)}, more, rate);
  return [there / here, here / (1e4 * error(run, hessian, 1e-4 * rate))];
};

export const growth = ratios((_, noise) => noise);

/** C ∝ K⁻² in place of C. */
export const growthOfQuieter = ratios(hessian => product(inverse(hessian), inverse(hessian)));
