import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {type Inequality, noiseSum, oneStep, quadraticNoise, walk} from "../cases/oracle.js";
import type {Pair} from "../cases/pairs.js";

/** L₀ − c₁ηg² − c₂ηgξ + Mη²ξ²/2. */
const afterStep =
  (coefficients: (x: number) => readonly [number, number]) =>
  ({eta}: {eta: number}) => {
    const {value, smoothness: M, slope: g, noises} = oneStep;
    const [square, cross] = coefficients(M * eta);
    return noises.map(
      xi => value - square * eta * g * g - cross * eta * g * xi + (M * eta * eta * xi * xi) / 2
    );
  };
export const descent = afterStep(x => [1 - x / 2, 1 - x]);
export const printedDescent = afterStep(x => [0.75, -(1 + x)]);
export const uncrossedDescent = afterStep(x => [1 - x / 2, 1 + x]);

const {dimension: d, logarithm: l, constant} = noiseSum;

/** T Tr F + 2√(T Tr F² log(1/δ)) + 2‖F‖ log(1/δ), F = I. */
export const noiseSums = ({T}: {T: number}) => T * d + 2 * Math.sqrt(T * d * l) + 2 * l;
export const printedNoiseSums = ({T}: {T: number}) => T * d + constant * Math.sqrt(T * d * l);
export const noiseSumsWithout = ({T}: {T: number}) => T * d + 2 * Math.sqrt(T * d * l);

/** Growth with b → 16 b; and over the bias, with T → 4 T. */
export const deviations = () => [1 / 16, 2];
export const printedDeviations = () => [1 / 64, 1];
export const printedDeviationsOtherwise = () => [1 / 256, 1];
export const linearDeviations = () => [1 / 16, 4];

/** δ. */
export const tail = () => walk.delta;

/** S/T ≤ (8/3) ΔL/(ηT) + (4/3)(ηM/b) Tr F ℓ + (50/9)(‖F‖/(bT)) ℓ. */
const solved =
  (third: number) =>
  ({gap, smoothness: M, learningRate: eta, steps: T}: Inequality) => {
    const {batchSize: b, trace, largest, logarithm} = quadraticNoise;
    return (
      ((8 / 3) * gap) / (eta * T) +
      ((4 / 3) * eta * M * trace * logarithm) / b +
      (third * largest * logarithm) / (b * T)
    );
  };
export const solutions = solved(50 / 9);
export const twoTerms = solved(0);
/** C(ΔL/(ηT) + (η/b) Tr F) ℓ with C = 1000. */
export function printedSolutions({gap, learningRate: eta, steps: T}: Inequality) {
  const {batchSize: b, trace, logarithm} = quadraticNoise;
  return 1000 * (gap / (eta * T) + (eta * trace) / b) * logarithm;
}

export const conversion = ({noise}: Pair) => 1 / Math.min(...symmetricEigen(noise).values);
export const conversionByLargest = ({noise}: Pair) => 1 / Math.max(...symmetricEigen(noise).values);
