import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {noiseSum, oneStep, quadraticInequality, quadraticNoise, walk} from "../cases/oracle.js";
import {pairs} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

/** L₀ − c₁ηg² − c₂ηgξ + Mη²ξ²/2. */
function afterStep(coefficients: (x: number) => readonly [number, number]): Numbers {
  const {value, smoothness: M, slope: g, learningRates, noises} = oneStep;
  return Object.fromEntries(
    learningRates.map(eta => {
      const [square, cross] = coefficients(M * eta);
      return [
        `ηM = ${M * eta}`,
        noises.map(
          xi => value - square * eta * g * g - cross * eta * g * xi + (M * eta * eta * xi * xi) / 2
        )
      ];
    })
  );
}
export const descent = () => afterStep(x => [1 - x / 2, 1 - x]);
export const printedDescent = () => afterStep(x => [0.75, -(1 + x)]);
export const uncrossedDescent = () => afterStep(x => [1 - x / 2, 1 + x]);

const sums = (bound: (T: number, d: number, logarithm: number) => number): Numbers =>
  Object.fromEntries(
    noiseSum.steps.map(T => [`T = ${T}`, [bound(T, noiseSum.dimension, noiseSum.logarithm)]])
  );
/** T Tr F + 2√(T Tr F² log(1/δ)) + 2‖F‖ log(1/δ), F = I. */
export const noiseSums = () => sums((T, d, l) => T * d + 2 * Math.sqrt(T * d * l) + 2 * l);
export const printedNoiseSums = () =>
  sums((T, d, l) => T * d + noiseSum.constant * Math.sqrt(T * d * l));
export const noiseSumsWithout = () => sums((T, d, l) => T * d + 2 * Math.sqrt(T * d * l));

const growth = (batch: number, bias: number): Numbers => ({
  "b → 16 b": [batch],
  "over the bias, T → 4 T": [bias]
});
export const deviations = () => growth(1 / 16, 2);
export const printedDeviations = () => growth(1 / 64, 1);
export const printedDeviationsOtherwise = () => growth(1 / 256, 1);
export const linearDeviations = () => growth(1 / 16, 4);

export const walks = (): Numbers =>
  Object.fromEntries(walk.steps.map(T => [`T = ${T}`, [walk.delta]]));
export const stoppedWalks = (): Numbers => ({"stopped when ahead": [walk.delta]});

/** S/T ≤ (8/3) ΔL/(ηT) + (4/3)(ηM/b) Tr F ℓ + (50/9)(‖F‖/(bT)) ℓ. */
function solved(third: number): Numbers {
  const {batchSize: b, trace, largest, logarithm: l} = quadraticNoise;
  return Object.fromEntries(
    quadraticInequality.map(({name, gap, smoothness: M, learningRate: eta, steps: T}) => [
      name,
      [
        ((8 / 3) * gap) / (eta * T) +
          ((4 / 3) * eta * M * trace * l) / b +
          (third * largest * l) / (b * T)
      ]
    ])
  );
}
export const solutions = () => solved(50 / 9);
export const twoTerms = () => solved(0);
/** C(ΔL/(ηT) + (η/b) Tr F) ℓ with C = 1000. */
export const printedSolutions = (): Numbers => {
  const {batchSize: b, trace, logarithm: l} = quadraticNoise;
  return Object.fromEntries(
    quadraticInequality.map(({name, gap, learningRate: eta, steps: T}) => [
      name,
      [1000 * (gap / (eta * T) + (eta * trace) / b) * l]
    ])
  );
};

const conversions = (of: (values: ArrayLike<number>) => number): Numbers =>
  Object.fromEntries(pairs.map(({name, noise}) => [name, [of(symmetricEigen(noise).values)]]));
export const conversion = () => conversions(values => 1 / values[0]);
export const conversionByLargest = () => conversions(values => 1 / values[values.length - 1]);
