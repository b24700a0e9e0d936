import {beyondTwo, type Divergence, type RateAndMomentum} from "../cases/noise.js";
import type {AtRate} from "../cases/problems.js";

/** diag(λ/(2−λ), λ/(0.1(2−0.1λ))). */
export const planes = ({learningRate: x}: AtRate) => [x / (2 - x), x / (0.1 * (2 - 0.1 * x))];

/** diag(λ/2, λ/0.2). */
export const planesContinuous = ({learningRate: x}: AtRate) => [x / 2, x / 0.2];

/** 99 % of a Gaussian in the plane lie within three standard deviations. */
export const coverage = () => 99;

/** The same on a line: 99.7. */
export const coverageOnLine = () => 100;

/** The expected Hessian of E(wᵀx − y)², no ½: 2 diag(1, 0.1). */
export const hessianOfPrintedLoss = () => [2, 0.2];
export const hessianAsPrinted = () => [1, 0.1];
export const hessianHalved = () => [0.5, 0.05];

/** Where heavy ball begins to be stable for λk = 2.75, and (8) beyond. */
const beyondTwoWith =
  (variance: (lambda: number, mu: number) => number) =>
  ({momenta}: Divergence) =>
    momenta?.map(mu => variance(beyondTwo.rate, mu)) ?? beyondTwo.rate / 2 - 1;

/** (8) in one dimension with k = 1 and C = 1. */
export const divergence = beyondTwoWith(
  (lambda, mu) => lambda ** 2 / (1 - mu ** 2) / ((lambda / (1 + mu)) * (2 - lambda / (1 + mu)))
);

/** λ/(2(1−µ)), which never diverges. */
export const divergenceContinuous = beyondTwoWith((lambda, mu) => lambda / (2 * (1 - mu)));

/** Σ_discrete/Σ_continuous = (1 − λk/(2(1+µ)))⁻¹, 4/3 for µ → 1 and λk = 1. */
export const excess = ({learningRate, momentum: mu}: RateAndMomentum) =>
  1 / (1 - learningRate / (2 * (1 + mu)));

/** An excess that goes away as µ → 1. */
export const excessVanishing = ({learningRate, momentum: mu}: RateAndMomentum) =>
  1 / (1 - (learningRate * (1 - mu)) / (2 * (1 + mu)));
