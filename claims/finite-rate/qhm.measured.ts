import {product, trace} from "../brute/arrays.js";
import {type Optimiser, steadyCovariance} from "../brute/augmented.js";
import {quasiHyperbolic} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

const {hessian: h, noise, learningRate, momentum, nu} = quasiHyperbolic;
const hessian = h.map((x, i) => h.map((_, j) => (i === j ? x : 0)));

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

/** The steady state of (72); twice, for the equations and for the library. */
export function steadyState(): Numbers {
  const sigma = quasi();
  const three = [sigma[0][0], sigma[0][1], sigma[1][1]];
  return {"Σ₁₁, Σ₁₂, Σ₂₂": three, library: three};
}

/** Its ½ Tr KΣ. */
export const error = (): Numbers => ({"½ Tr KΣ": [trace(product(hessian, quasi())) / 2]});

/** The steady state of (72) at ν = 0, and at ν = 1 with a rate λ/(1−µ). */
export const ends = (): Numbers => ({
  "ν = 0": quasi({nu: 0}).flat(),
  "ν = 1, λ/(1−µ)": quasi({nu: 1, rate: learningRate / (1 - momentum)}).flat()
});
