import {
  add,
  inverse,
  norm,
  product,
  type Square,
  scale,
  subtract,
  trace,
  transpose
} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {inverseRoot} from "../brute/selfMade.js";
import {type Pair, pairs, type Rows, secondOrder} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

const {datasetSize: N, batchSize: S, learningRate, momentum, noiseRatio} = secondOrder;
const share = (N - S) / (N * S);

const perPair = (f: (pair: Pair) => readonly number[]): Numbers =>
  Object.fromEntries(pairs.map(pair => [pair.name, f(pair)]));

const newtonState = (pair: Pair, noise: Rows) =>
  steadyCovariance({
    hessian: pair.hessian,
    noise,
    rate: scale(inverse(pair.hessian), learningRate),
    momentum
  });

const loss = (pair: Pair, sigma: Rows) => trace(product(pair.hessian, sigma)) / 2;

/** The steady state with Λ = λK⁻¹; twice. */
export const newton = (): Numbers =>
  perPair(pair => {
    const sigma = newtonState(pair, pair.noise).flat();
    return [...sigma, ...sigma];
  });

/** The same with C = (N−S)/(NS) K. */
export const newtonMinibatch = (): Numbers =>
  perPair(pair => newtonState(pair, scale(pair.hessian, share)).flat());

/** ½ Tr KΣ of both. */
export const newtonError = (): Numbers =>
  perPair(pair => [
    loss(pair, newtonState(pair, pair.noise)),
    loss(pair, newtonState(pair, scale(pair.hessian, share)))
  ]);

/**
 * A Σ that is the steady state of the recursion whose rate and noise it determines, by damped
 * iteration: Σ ← Σ + (steady state − Σ)/8, from well above.
 *
 * @throws if the iteration does not settle
 */
function selfConsistent(
  {hessian}: Pair,
  rateOf: (sigma: Square) => Square,
  noiseOf: (sigma: Square) => Rows,
  mu: number
): Square {
  let sigma = scale(inverse(hessian), 2);
  for (let i = 0; i < 2000; i++) {
    const rate = rateOf(sigma);
    const next = steadyCovariance({hessian, noise: noiseOf(sigma), rate, momentum: mu});
    const change = scale(subtract(next, sigma), 1 / 8);
    sigma = add(sigma, change);
    sigma = scale(add(sigma, transpose(sigma)), 0.5);
    if (norm(change) <= 1e-16 * norm(sigma)) return sigma;
    if (i > 400 && norm(change) <= 1e-15 * norm(sigma)) return sigma;
  }
  throw new Error("the fixed point does not attract the damped iteration");
}

const information = ({hessian}: Pair, sigma: Rows) => product(hessian, sigma, hessian);

const naturalState = (pair: Pair, noiseOf: (sigma: Square) => Rows) =>
  selfConsistent(
    pair,
    sigma => scale(inverse(information(pair, sigma)), learningRate),
    noiseOf,
    momentum
  );

/** The Σ that natural gradient descent with constant noise keeps, Λ = λ(KΣK)⁻¹; twice. */
export const natural = (): Numbers =>
  perPair(pair => {
    const sigma = naturalState(pair, () => pair.noise).flat();
    return [...sigma, ...sigma];
  });

/** Its ½ Tr KΣ. */
export const naturalError = (): Numbers =>
  perPair(pair => [
    loss(
      pair,
      naturalState(pair, () => pair.noise)
    )
  ]);

/** Its (KΣ)² − λ/(2(1+µ)) KΣ. */
export const naturalEquation = (): Numbers =>
  perPair(pair => {
    const x = product(
      pair.hessian,
      naturalState(pair, () => pair.noise)
    );
    return subtract(product(x, x), scale(x, learningRate / (2 * (1 + momentum)))).flat();
  });

/** The same with C = (N−S)/(NS) KΣK, and its ½ Tr KΣ. */
export const naturalMinibatch = (): Numbers =>
  perPair(pair => {
    const sigma = naturalState(pair, s => scale(information(pair, s), share));
    return [...sigma.flat(), loss(pair, sigma)];
  });

const adamRate = (pair: Pair, sigma: Rows) =>
  scale(inverseRoot(scale(information(pair, sigma), 1 + noiseRatio)), learningRate);

const adamState = (pair: Pair) =>
  selfConsistent(
    pair,
    s => adamRate(pair, s),
    s => scale(information(pair, s), noiseRatio),
    0
  );

/** The Σ that Adam keeps, Λ = λ(KΣK + C)^−½ with C = cKΣK; twice; and its ½ Tr KΣ. */
export const adam = (): Numbers =>
  perPair(pair => {
    const sigma = adamState(pair);
    return [...sigma.flat(), ...sigma.flat(), loss(pair, sigma)];
  });

/** Λ⁻¹K⁻¹ + K⁻¹Λ⁻¹ there. */
export const adamEquation = (): Numbers =>
  perPair(pair => {
    const back = inverse(adamRate(pair, adamState(pair)));
    const half = product(back, inverse(pair.hessian));
    return add(half, transpose(half)).flat();
  });
