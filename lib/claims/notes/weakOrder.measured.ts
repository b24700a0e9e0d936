import {type Characteristic, gaussianNoise, skewedNoise} from "../../diffusion/circleSgd.js";
import {type WeakErrors, weakErrors} from "../../diffusion/weakErrors.js";
import {convergenceOrder} from "../../statistics/convergenceOrder.js";
import {wave} from "../approximationCases.js";
import type {Numbers} from "../claim.js";

const {growth, start, time, firstRate, temperature} = wave;

interface Halving {
  readonly tau: (eta: number) => number;
  readonly noise: Characteristic;
  readonly growth: number;
  readonly power?: number;
  readonly levels: number;
}
const batch: Halving = {tau: eta => eta, noise: skewedNoise, growth, levels: 6};
const warm: Halving = {tau: () => temperature, noise: gaussianNoise, growth, levels: 6};
const skewed: Halving = {...warm, noise: skewedNoise, power: 0.5, levels: 8};
const still: Halving = {...warm, growth: 0, levels: 8};

function slope(
  {tau, noise, growth, power, levels}: Halving,
  of: keyof Omit<WeakErrors, "sgd">
): number[] {
  const errors = Array.from({length: levels}, (_, k) => {
    const eta = firstRate / 2 ** (k + 1);
    const result = weakErrors(
      {growth, start, time, modes: 24},
      {learningRate: eta, temperature: tau(eta), noise}
    );
    return result.sgd - result[of];
  });
  return [convergenceOrder(errors, {power}).order];
}
export const slopes = (): Numbers => ({
  "B fixed, skewed": slope(batch, "sde"),
  "η/B fixed, Gaussian": slope(warm, "sde"),
  "η/B fixed, skewed": slope(skewed, "sde")
});
export const correctedSlopes = (): Numbers => ({
  "modified equation": slope(batch, "modified"),
  "mean and variance": slope(batch, "moments"),
  "η/B fixed, constant noise": slope(still, "secondOrder")
});
export const uncorrectedSlopes = (): Numbers => ({
  "modified equation": slope(batch, "sde"),
  "mean and variance": slope(batch, "ode"),
  "η/B fixed, constant noise": slope(still, "sde")
});
