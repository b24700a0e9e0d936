import {diagonal} from "../brute/arrays.js";
import {type Optimiser, steadyCovariance} from "../brute/augmented.js";
import {loss} from "../brute/loss.js";
import {quasiHyperbolic} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

const {noise, learningRate, momentum, nu} = quasiHyperbolic;
const hessian = diagonal(quasiHyperbolic.hessian);

const quasi = (changes: Partial<Optimiser> = {}) =>
  steadyCovariance({
    hessian,
    noise,
    rate: learningRate,
    momentum,
    nu,
    damped: true,
    ...changes
  });

/** Σ₁₁, Σ₁₂, Σ₂₂ of the steady state of (72). */
export const steadyState = () => {
  const sigma = quasi();
  return [sigma[0][0], sigma[0][1], sigma[1][1]];
};

/** Its ½ Tr KΣ. */
export const error = () => loss({hessian}, quasi());

/** The steady state of (72) at ν = 0, and at ν = 1 with a rate λ/(1−µ). */
export const ends = (): Numbers => ({
  "ν = 0": quasi({nu: 0}).flat(),
  "ν = 1, λ/(1−µ)": quasi({nu: 1, rate: learningRate / (1 - momentum)}).flat()
});
