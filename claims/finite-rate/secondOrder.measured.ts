import {add, inverse, product, type Square, scale, subtract, transpose} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {loss} from "../brute/loss.js";
import {information, inverseRoot, settled} from "../brute/selfMade.js";
import {type Pair, type Rows, secondOrder} from "../cases/problems.js";

const {datasetSize: N, batchSize: S, learningRate, momentum, noiseRatio} = secondOrder;
const share = (N - S) / (N * S);

const newtonState = ({hessian}: Pair, noise: Rows) =>
  steadyCovariance({hessian, noise, rate: scale(inverse(hessian), learningRate), momentum});

/** The steady state with Λ = λK⁻¹. */
export const newton = (pair: Pair) => newtonState(pair, pair.noise);

/** The same with C = (N−S)/(NS) K. */
export const newtonMinibatch = (pair: Pair) => newtonState(pair, scale(pair.hessian, share));

/** ½ Tr KΣ of both. */
export const newtonError = (pair: Pair) => [
  loss(pair, newton(pair)),
  loss(pair, newtonMinibatch(pair))
];

/** A Σ that is the steady state of the recursion whose rate and noise it determines, from well above. */
const selfConsistent = (
  {hessian}: Pair,
  rateOf: (sigma: Square) => Square,
  noiseOf: (sigma: Square) => Rows,
  mu: number
) =>
  settled(
    s => steadyCovariance({hessian, noise: noiseOf(s), rate: rateOf(s), momentum: mu}),
    scale(inverse(hessian), 2),
    i => (i > 400 ? 1e-15 : 1e-16)
  );

const naturalState = (pair: Pair, noiseOf: (sigma: Square) => Rows) =>
  selfConsistent(pair, s => scale(inverse(information(pair, s)), learningRate), noiseOf, momentum);

/** The Σ that natural gradient descent with constant noise keeps, Λ = λ(KΣK)⁻¹. */
export const natural = (pair: Pair) => naturalState(pair, () => pair.noise);

/** Its ½ Tr KΣ. */
export const naturalError = (pair: Pair) => loss(pair, natural(pair));

/** Its (KΣ)² − λ/(2(1+µ)) KΣ. */
export const naturalEquation = (pair: Pair) => {
  const x = product(pair.hessian, natural(pair));
  return subtract(product(x, x), scale(x, learningRate / (2 * (1 + momentum))));
};

/** The same with C = (N−S)/(NS) KΣK, and its ½ Tr KΣ. */
export const naturalMinibatch = (pair: Pair) => {
  const sigma = naturalState(pair, s => scale(information(pair, s), share));
  return [sigma, loss(pair, sigma)];
};

const adamRate = (pair: Pair, sigma: Rows) =>
  scale(inverseRoot(scale(information(pair, sigma), 1 + noiseRatio)), learningRate);

const adamState = (pair: Pair) =>
  selfConsistent(
    pair,
    s => adamRate(pair, s),
    s => scale(information(pair, s), noiseRatio),
    0
  );

/** The Σ that Adam keeps, Λ = λ(KΣK + C)^−½ with C = cKΣK; and its ½ Tr KΣ. */
export const adam = (pair: Pair) => {
  const sigma = adamState(pair);
  return [sigma, loss(pair, sigma)];
};

/** Λ⁻¹K⁻¹ + K⁻¹Λ⁻¹ there. */
export const adamEquation = (pair: Pair) => {
  const half = product(inverse(adamRate(pair, adamState(pair))), inverse(pair.hessian));
  return add(half, transpose(half));
};
