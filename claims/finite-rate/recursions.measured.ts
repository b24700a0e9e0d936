import {
  add,
  identity,
  product,
  type Square,
  scale,
  smallestEigenvalue,
  subtract,
  transpose,
  turningPoint
} from "../brute/arrays.js";
import {
  covarianceAfter,
  isStable,
  laggedCovariance,
  type Optimiser,
  recursion,
  steadyState,
  step
} from "../brute/augmented.js";
import {noisePath, optimisers, type Pair, pairs, quasiHyperbolic} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

const perPair = (f: (pair: Pair) => readonly number[]): Numbers =>
  Object.fromEntries(pairs.map(pair => [pair.name, f(pair)]));

function run(optimiser: Optimiser, pair: Pair): {w: number[]; m: number[]}[] {
  const zero = pair.hessian.map(() => 0);
  let [w, m] = [zero, zero];
  return noisePath(pair).map(eta => {
    [w, m] = step(optimiser, w, m, eta);
    return {w, m};
  });
}

/** The iterates of (5), as it is written. */
export const heavyBallPath = (): Numbers =>
  perPair(pair => {
    const {rateOver, momentum} = optimisers[1];
    return run({...pair, rate: rateOver / pair.trace, momentum}, pair).flatMap(({w}) => w);
  });

const quasi = (pair: Pair): Optimiser & {rate: number; momentum: number; nu: number} => ({
  hessian: pair.hessian,
  noise: pair.noise,
  rate: quasiHyperbolic.learningRate / pair.trace,
  momentum: quasiHyperbolic.momentum,
  nu: quasiHyperbolic.nu,
  damped: true
});

/** The iterates of (72), as it is written. */
export const qhmPath = (): Numbers => perPair(pair => run(quasi(pair), pair).flatMap(({w}) => w));

/** λν times its buffers. */
export const buffer = (): Numbers =>
  perPair(pair => {
    const {rate, nu} = quasi(pair);
    return run(quasi(pair), pair).flatMap(({m}) => m.map(x => rate * nu * x));
  });

/** λ²ν²M, X, G and Σ from the covariance P of (w, m) and the lagged covariance. */
function blocks(pair: Pair, P: Square, X: Square): number[] {
  const {rate, momentum, nu} = quasi(pair);
  const d = pair.hessian.length;
  const part = (i: number, j: number) =>
    P.slice(i * d, (i + 1) * d).map(row => row.slice(j * d, (j + 1) * d));
  const keep = subtract(identity(d), scale(pair.hessian, rate * (1 - momentum * nu)));
  return [
    scale(part(1, 1), (rate * nu) ** 2),
    X,
    scale(product(keep, part(0, 1)), rate * nu * momentum),
    part(0, 0)
  ].flatMap(block => block.flat());
}

export const moments = (): Numbers =>
  perPair(pair =>
    blocks(pair, steadyState(recursion(quasi(pair))), laggedCovariance(quasi(pair), 1))
  );

/** The same after 1 500 steps from rest. */
export const momentsStepped = (): Numbers =>
  perPair(pair => {
    const {A, B, C} = recursion(quasi(pair));
    const kick = product(B, C, transpose(B));
    let P = kick;
    for (let t = 1; t < 1500; t++) P = add(product(A, P, transpose(A)), kick);
    const d = pair.hessian.length;
    const next = product(A, P)
      .slice(0, d)
      .map(row => row.slice(0, d));
    return blocks(pair, P, next);
  });

const momenta = [0.2, 0.5, 0.9];

/** The growth of the variance per step on the boundary, between steps 1000 and 2000. */
export const boundary = (): Numbers =>
  Object.fromEntries(
    momenta.map(m => {
      const optimiser = {hessian: [[1]], noise: [[1]], rate: 2 * (1 + m), momentum: m};
      const [early, late] = [1000, 2000].map(t => covarianceAfter(optimiser, t)[0][0]);
      return [`µ = ${m}`, [(late - early) / 1000]];
    })
  );

/** The largest stable rate, by bisection, over 2/k*, k* by bisection. */
export const longer = (): Numbers =>
  Object.fromEntries(
    pairs.flatMap(pair => {
      const largest = -smallestEigenvalue(scale(pair.hessian, -1));
      const limitOf = (momentum: number) =>
        turningPoint(0, 8 / largest, rate =>
          isStable(recursion({...pair, rate: Math.max(rate, 1e-3 / largest), momentum}))
        );
      const plain = 2 / largest;
      return momenta.map(m => [`${pair.name}, µ = ${m}`, [limitOf(m) / plain]]);
    })
  );
