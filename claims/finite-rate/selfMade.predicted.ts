import type {Matrix} from "ml-matrix";
import {symmetricSqrt} from "../../lib/linalg/symmetricSqrt.js";
import {type Pair, pairs, secondOrder, twoCurvatures} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {entries, eye, invert, minus, times, toMatrix} from "../printed/algebra.js";

const {
  datasetSize: N,
  batchSize: S,
  learningRate: lambda,
  momentum: mu,
  noiseRatio: c
} = secondOrder;
const share = (N - S) / (N * S);

const perPair = (f: (k: Matrix, pair: Pair) => readonly number[], some = pairs): Numbers =>
  Object.fromEntries(some.map(pair => [pair.name, f(toMatrix(pair.hessian), pair)]));

/** (117). */
export const adamError = (): Numbers => perPair(k => [((lambda ** 2 * (1 + c)) / 8) * k.trace()]);

/** (117) with Tr I for Tr K. */
export const adamErrorDimension = (): Numbers =>
  perPair(k => [((lambda ** 2 * (1 + c)) / 8) * k.rows]);

const noiseless = (gain: number): Numbers => perPair(k => entries(times(lambda * gain, invert(k))));

/** λ/(2(1+µ)) K⁻¹. */
export const noiselessPoint = (): Numbers => noiseless(0.5 / (1 + mu));

/** λ/2 K⁻¹ in spite of the momentum. */
export const noiselessPointPlain = (): Numbers => noiseless(0.5);

/** The same without momentum: λ/2 K⁻¹. */
export const reached = (): Numbers => noiseless(0.5);

/** λK⁻¹, where ΛK = 1. */
export const reachedOther = (): Numbers => noiseless(1);

/** Σ/λ of (26) without momentum, (1+c)/2 K⁻¹, at each λk* of `largeSteps`; c stands for (N−S)/(NS). */
const sized = (f: (k: Matrix) => Matrix): Numbers =>
  Object.fromEntries(
    pairs.flatMap(pair =>
      [0.2, 2, 20].map(x => [`${pair.name}, λ Tr K = ${x}`, entries(f(toMatrix(pair.hessian)))])
    )
  );
export const anyStep = (): Numbers => sized(k => times((1 + share) / 2, invert(k)));
export const anyStepNoise = (): Numbers => sized(k => times(share / 2, invert(k)));

const shaped = (shape: (k: Matrix) => Matrix): Numbers =>
  perPair(k => {
    const sigma = shape(k);
    const normal = entries(times(1 / sigma.trace(), sigma));
    return [...normal, ...normal];
  });

/** K⁻¹/Tr K⁻¹, twice: Newton's and the natural gradient's. */
export const shape = (): Numbers => shaped(invert);

/** K⁻², which a constant isotropic noise would give Newton's. */
export const shapeSquare = (): Numbers => shaped(k => times(invert(k), invert(k)));

const two = pairs.slice(0, 2);

/** Tr KΣ over that of the continuous limit: Newton's, and the natural gradient's. */
export const corrections = (): Numbers =>
  perPair(() => [(2 * (1 + mu)) / (2 * (1 + mu) - lambda), 1 + (1 - mu) / ((1 + mu) * share)], two);

/** No correction. */
export const noCorrections = (): Numbers => perPair(() => [1, 1], two);

/** The natural gradient's with 1/c for (1−µ)/((1+µ)c). */
export const correctionsPlain = (): Numbers =>
  perPair(() => [(2 * (1 + mu)) / (2 * (1 + mu) - lambda), 1 + 1 / share], two);

const geometric = (gain: number): Numbers =>
  perPair((k, pair) => {
    const root = symmetricSqrt(k);
    const back = invert(root);
    const inner = times(back, toMatrix(pair.noise), back);
    const half = times(0.5, inner);
    const mean = symmetricSqrt(half.clone().add(half.transpose()));
    return entries(times(Math.sqrt(gain), back, mean, back));
  });

/** lim Σ/√λ = (2(1−µ))^−½ K⁻¹ # K⁻¹CK⁻¹, K^−½(K^−½CK^−½)^½K^−½. */
export const geometricMean = (): Numbers => geometric(1 / (2 * (1 - mu)));

/** 2(1+µ) for 2(1−µ). */
export const geometricMeanOther = (): Numbers => geometric(1 / (2 * (1 + mu)));

/** Σ₁₁/Σ₂₂ of SGD and of Adam, isotropic both. */
export const isotropic = (): Numbers => ({"SGD, Adam": [1, 1]});

/** K⁻¹'s ratio for SGD, as white noise would give. */
export const isotropicWhite = (): Numbers => {
  const [first, second] = twoCurvatures.curvatures;
  return {"SGD, Adam": [second / first, 1]};
};

/** Tr Σ at 10λ over that at λ, and at c (or S) a million times smaller (larger): Adam, SGD. */
export const orders = (): Numbers => ({
  "Adam, λ": [100],
  "Adam, S": [1],
  "SGD, λ": [10],
  "SGD, S": [1e-6]
});

/** Adam of first order in λ, too. */
export const ordersFirst = (): Numbers => ({...orders(), "Adam, λ": [10]});

const sgdTrace = (lambdaOf: (s: number) => number, noiseOf: (s: number) => number): Numbers => {
  const {curvatures, batchSize} = twoCurvatures;
  const k = toMatrix([
    [curvatures[0], 0],
    [0, curvatures[1]]
  ]);
  const rate = lambdaOf(batchSize);
  const sigma = times(rate * noiseOf(batchSize), invert(minus(times(2, eye(2)), times(rate, k))));
  return {"Tr Σ": [sigma.trace()]};
};

/** Tr λ/S (2I − λK)⁻¹ of SGD with C = K/S, at λ = 1/(S+1): an upper bound of Adam's. */
export const smaller = (): Numbers =>
  sgdTrace(
    s => 1 / (s + 1),
    s => 1 / s
  );

/** The same at λ = 4/(S+1). */
export const smallerLargeStep = (): Numbers =>
  sgdTrace(
    s => 4 / (s + 1),
    s => 1 / s
  );

/** With C = K/S². */
export const smallerQuiet = (): Numbers =>
  sgdTrace(
    s => 1 / (s + 1),
    s => 1 / (s * s)
  );
