import type {Matrix} from "ml-matrix";
import {symmetricSqrt} from "../../lib/linalg/symmetricSqrt.js";
import {type Pair, secondOrder, twoCurvatures} from "../cases/problems.js";
import {type OverBatch, plane} from "../cases/selfMade.js";
import type {Numbers} from "../ledger/claim.js";
import {C, eye, invert, K, minus, times} from "../printed/algebra.js";

const {
  datasetSize: N,
  batchSize: S,
  learningRate: lambda,
  momentum: mu,
  noiseRatio: c
} = secondOrder;
const share = (N - S) / (N * S);

/** (117). */
export const adamError = (pair: Pair) => ((lambda ** 2 * (1 + c)) / 8) * K(pair).trace();

/** (117) with Tr I for Tr K. */
export const adamErrorDimension = (pair: Pair) => ((lambda ** 2 * (1 + c)) / 8) * K(pair).rows;

const inverseTimes = (gain: number) => (pair: Pair) => times(gain, invert(K(pair)));

/** λ/(2(1+µ)) K⁻¹. */
export const noiselessPoint = inverseTimes(lambda * (0.5 / (1 + mu)));

/** λ/2 K⁻¹: in spite of the momentum, and where there is none. */
export const noiselessPointPlain = inverseTimes(lambda * 0.5);
export const reached = noiselessPointPlain;

/** λK⁻¹, where ΛK = 1. */
export const reachedOther = inverseTimes(lambda);

/** Σ/λ of (26) without momentum, (1+c)/2 K⁻¹; c stands for (N−S)/(NS). */
export const anyStep = inverseTimes((1 + share) / 2);
export const anyStepNoise = inverseTimes(share / 2);

const shaped = (of: (k: Matrix) => Matrix) => (pair: Pair) => {
  const sigma = of(K(pair));
  const normal = times(1 / sigma.trace(), sigma);
  return [normal, normal];
};

/** K⁻¹/Tr K⁻¹, twice: Newton's and the natural gradient's. */
export const shape = shaped(invert);

/** K⁻², which a constant isotropic noise would give Newton's. */
export const shapeSquare = shaped(k => times(invert(k), invert(k)));

const correctionsWith = (natural: number) => () => [
  (2 * (1 + mu)) / (2 * (1 + mu) - lambda),
  natural
];

/** Tr KΣ over that of the continuous limit: Newton's, and the natural gradient's. */
export const corrections = correctionsWith(1 + (1 - mu) / ((1 + mu) * share));

/** The natural gradient's with 1/c for (1−µ)/((1+µ)c). */
export const correctionsPlain = correctionsWith(1 + 1 / share);

/** No correction. */
export const noCorrections = () => [1, 1];

const geometric = (gain: number) => (pair: Pair) => {
  const back = invert(symmetricSqrt(K(pair)));
  const half = times(0.5, times(back, C(pair), back));
  const mean = symmetricSqrt(half.clone().add(half.transpose()));
  return times(Math.sqrt(gain), back, mean, back);
};

/** lim Σ/√λ = (2(1−µ))^−½ K⁻¹ # K⁻¹CK⁻¹, K^−½(K^−½CK^−½)^½K^−½. */
export const geometricMean = geometric(1 / (2 * (1 - mu)));

/** 2(1+µ) for 2(1−µ). */
export const geometricMeanOther = geometric(1 / (2 * (1 + mu)));

/** Σ₁₁/Σ₂₂ of SGD and of Adam, isotropic both. */
export const isotropic = () => [1, 1];

/** K⁻¹'s ratio for SGD, as white noise would give. */
export const isotropicWhite = () => [twoCurvatures.curvatures[1] / twoCurvatures.curvatures[0], 1];

/** Tr Σ at 10λ over that at λ, and at c (or S) a million times smaller (larger): Adam, SGD. */
export const orders = (): Numbers => ({
  "Adam, λ": [100],
  "Adam, S": [1],
  "SGD, λ": [10],
  "SGD, S": [1e-6]
});

/** Adam of first order in λ, too. */
export const ordersFirst = (): Numbers => ({...orders(), "Adam, λ": [10]});

const sgdTrace =
  (noise: number) =>
  ({rate}: OverBatch) =>
    times(rate * noise, invert(minus(times(2, eye(2)), times(rate, K(plane))))).trace();

/** Tr λ/S (2I − λK)⁻¹ of SGD with C = K/S: an upper bound of Adam's. */
export const smaller = sgdTrace(1 / twoCurvatures.batchSize);

/** With C = K/S². */
export const smallerQuiet = sgdTrace(1 / twoCurvatures.batchSize ** 2);
