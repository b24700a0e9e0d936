import {identity, inverse, type Square, scale, trace, turningPoint} from "../brute/arrays.js";
import {isStable, recursion, steadyCovariance} from "../brute/augmented.js";
import {loss} from "../brute/loss.js";
import {adamMap, information, inverseRoot, selfMadeCovariance, settled} from "../brute/selfMade.js";
import {type Pair, type Rows, secondOrder, twoCurvatures} from "../cases/problems.js";
import {
  anywhere,
  type OverBatch,
  type PlaneRun,
  plane,
  type Remembering,
  type SizedPair
} from "../cases/selfMade.js";
import type {Numbers} from "../ledger/claim.js";

const {
  datasetSize: N,
  batchSize: S,
  learningRate: lambda,
  momentum: mu,
  noiseRatio: c
} = secondOrder;
const share = (N - S) / (N * S);

/** ½ Tr KΣ where the covariance map of Adam ends, Λ = λ(KΣK + C)^−½ remade at each step. */
export const adamError = (pair: Pair) =>
  loss(
    pair,
    selfMadeCovariance({
      method: "adam",
      hessian: pair.hessian,
      rate: lambda,
      ratio: c,
      forgetting: 1,
      start: anywhere(pair.hessian.length),
      steps: 120
    })
  );

/** sK⁻¹ for the s at which the noiseless recursion with Λ = λ(K sK⁻¹ K)⁻¹ turns from growth to decay. */
export const bounce = ({hessian, noise}: Pair) => {
  const back = inverse(hessian);
  const s = turningPoint(
    0.01 * lambda,
    10 * lambda,
    x => !isStable(recursion({hessian, noise, rate: scale(back, lambda / x), momentum: mu}))
  );
  return scale(back, s);
};

/** Where the noiseless covariance map ends. */
export const noiselessEnd = ({hessian, forgetting, steps}: Remembering) =>
  selfMadeCovariance({
    method: "natural",
    hessian,
    rate: lambda,
    ratio: 0,
    forgetting,
    start: anywhere(hessian.length),
    steps
  });

/** Σ/λ where the covariance map with noise ends. */
export const anyStep = ({hessian, rate}: SizedPair) => {
  const sigma = selfMadeCovariance({
    method: "natural",
    hessian,
    rate,
    ratio: share,
    forgetting: 0.5,
    start: scale(anywhere(hessian.length), rate),
    steps: 260
  });
  return scale(sigma, 1 / rate);
};

const newton = ({hessian}: Pair, rate: number) =>
  steadyCovariance({
    hessian,
    noise: scale(hessian, share),
    rate: scale(inverse(hessian), rate),
    momentum: mu
  });

const natural = (pair: Pair, small = 1) =>
  settled(
    sigma => {
      const j = information(pair, sigma);
      const state = steadyCovariance({
        hessian: pair.hessian,
        noise: scale(j, share),
        rate: scale(inverse(j), small * lambda),
        momentum: mu
      });
      return scale(state, 1 / small);
    },
    scale(inverse(pair.hessian), lambda),
    () => 1e-14
  );

const normal = (sigma: Square) => scale(sigma, 1 / trace(sigma));

/** Σ/Tr Σ of Newton's method and of the natural gradient with mini-batch noise. */
export const shape = (pair: Pair) => [normal(newton(pair, lambda)), normal(natural(pair))];

/** Tr KΣ over that of the same method stepped a million times finer for as long. */
export const corrections = (pair: Pair) => [
  loss(pair, newton(pair, lambda)) / (1e6 * loss(pair, newton(pair, 1e-6 * lambda))),
  loss(pair, natural(pair)) / loss(pair, natural(pair, 1e-6))
];

/** Σ/√λ of the natural gradient with constant noise at λ = 10⁻⁸. */
export const smallStep = (pair: Pair) => {
  const {hessian, noise} = pair;
  const rate = 1e-8;
  const sigma = settled(
    s =>
      steadyCovariance({
        hessian,
        noise,
        rate: scale(inverse(information(pair, s)), rate),
        momentum: mu
      }),
    scale(inverse(hessian), Math.sqrt(rate)),
    () => 1e-9
  );
  return scale(sigma, 1 / Math.sqrt(rate));
};

const sgd = (rate: number, batchSize: number) =>
  steadyCovariance({hessian: plane.hessian, noise: scale(plane.hessian, 1 / batchSize), rate});

const adam = (rate: number, ratio: number) =>
  settled(
    sigma => {
      const j = information(plane, sigma);
      return steadyCovariance({
        hessian: plane.hessian,
        noise: scale(j, ratio),
        rate: scale(inverseRoot(scale(j, 1 + ratio)), rate)
      });
    },
    scale(identity(2), rate * rate),
    () => 1e-14
  );

const anisotropy = (sigma: Rows) => sigma[0][0] / sigma[1][1];

/** Σ₁₁/Σ₂₂ of both. */
export const isotropic = ({rate}: PlaneRun) => [
  anisotropy(sgd(rate, 10)),
  anisotropy(adam(rate, 0.1))
];

/** Tr Σ at 10λ over that at λ, and at a millionth of c, or a million times S. */
export const orders = (): Numbers => ({
  "Adam, λ": [trace(adamMap(1e-3, 0.1)) / trace(adamMap(1e-4, 0.1))],
  "Adam, S": [trace(adamMap(1e-3, 1e-10)) / trace(adamMap(1e-3, 1e-4))],
  "SGD, λ": [trace(sgd(1e-3, 10)) / trace(sgd(1e-4, 10))],
  "SGD, S": [trace(sgd(1e-3, 1e7)) / trace(sgd(1e-3, 10))]
});

/** Tr Σ of Adam. */
export const smaller = ({rate}: OverBatch) => trace(adam(rate, 1 / twoCurvatures.batchSize));
