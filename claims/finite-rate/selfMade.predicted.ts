import {Matrix} from "ml-matrix";
import type {SecondRun} from "../cases/secondOrder.js";
import {eye, invert, K, ofUnitTrace, shareOf, times} from "../printed/algebra.js";

/** (117). */
export const adamError = (run: SecondRun) =>
  ((run.rate ** 2 * (1 + run.noiseRatio)) / 8) * K(run).trace();

/** (117) with Tr I for Tr K. */
export const adamErrorDimension = (run: SecondRun) =>
  ((run.rate ** 2 * (1 + run.noiseRatio)) / 8) * K(run).rows;

const inverseTimes = (gain: (run: SecondRun) => number) => (run: SecondRun) =>
  times(gain(run), invert(K(run)));

/** λ/(2(1+µ)) K⁻¹. */
export const noiselessPoint = inverseTimes(({rate, momentum}) => rate / (2 * (1 + momentum)));

/** λ/2 K⁻¹: in spite of the momentum, and where there is none. */
export const noiselessPointPlain = inverseTimes(({rate}) => rate / 2);
export const reached = noiselessPointPlain;

/** λK⁻¹, where ΛK = 1. */
export const reachedOther = inverseTimes(({rate}) => rate);

/** Σ/λ of (26) without momentum, (1+c)/2 K⁻¹; c stands for (N−S)/(NS). */
export const anyStep = inverseTimes(run => (1 + shareOf(run)) / 2);
export const anyStepNoise = inverseTimes(run => shareOf(run) / 2);

const shaped = (of: (k: Matrix) => Matrix) => (run: SecondRun) => {
  const sigma = ofUnitTrace(of(K(run)));
  return [sigma, sigma];
};

/** K⁻¹/Tr K⁻¹, twice: Newton's and the natural gradient's. */
export const shape = shaped(invert);

/** K⁻², which a constant isotropic noise would give Newton's. */
export const shapeSquare = shaped(k => times(invert(k), invert(k)));

const correctionsWith =
  (natural: (run: SecondRun) => number) =>
  (run: SecondRun): readonly [number, number] => {
    const edge = 2 * (1 + run.momentum);
    return [edge / (edge - run.rate), natural(run)];
  };

/** Tr KΣ over that of the continuous limit: Newton's, and the natural gradient's. */
export const corrections = correctionsWith(
  run => 1 + (1 - run.momentum) / ((1 + run.momentum) * shareOf(run))
);

/** The natural gradient's with 1/c for (1−µ)/((1+µ)c). */
export const correctionsPlain = correctionsWith(run => 1 + 1 / shareOf(run));

/** I/d of SGD and of Adam. */
export const isotropic = ({hessian: {length: d}}: SecondRun) => [
  times(1 / d, eye(d)),
  times(1 / d, eye(d))
];

/** K⁻¹'s shape for SGD, as white noise would give. */
export const isotropicWhite = (run: SecondRun) => [shape(run)[0], isotropic(run)[1]];

/** Tr Σ at 10λ over that at λ, and at c (or S) a million times smaller (larger): Adam, SGD. */
export const orders = () => [100, 1, 10, 1e-6];

/** Adam of first order in λ, too. */
export const ordersFirst = () => [10, 1, 10, 1e-6];

const sgdAlong = (power: number) => (run: SecondRun) => {
  const k = K(run);
  const gap = Matrix.sub(times(2, eye(k.rows)), times(run.rate, k));
  return times(run.rate / run.batchSize ** power, invert(gap)).diag();
};

/** λ/S (2I − λK)⁻¹ along the axes of K, for SGD with C = K/S: an upper bound of Adam's. */
export const smaller = sgdAlong(1);

/** With C = K/S². */
export const smallerQuiet = sgdAlong(2);
