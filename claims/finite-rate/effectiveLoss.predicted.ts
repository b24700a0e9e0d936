import {boltzmann, cosh, whitened} from "../cases/noise.js";
import type {Numbers} from "../ledger/claim.js";
import {entries, minus, plus, times, toMatrix} from "../printed/algebra.js";

/** ½ δᵀKδ with K = Σ xᵢxᵢᵀ, the Hessian of Σ log cosh(xᵢᵀw) at its minimum 0. */
const form = (factor: number): Numbers =>
  Object.fromEntries(
    cosh.directions.map(direction => [
      `δ = (${direction.join(", ")})`,
      [
        factor *
          cosh.inputs.reduce(
            (sum, x) => sum + x.reduce((dot, a, i) => dot + a * direction[i], 0) ** 2,
            0
          )
      ]
    ])
  );

export const quadratic = (): Numbers => form(1 / 2);

/** δᵀKδ. */
export const quadraticWhole = (): Numbers => form(1);

const strengths = (of: (temperature: number) => [number, number]): Numbers => ({
  "exp(−wᵀKw/T), exp(−½wᵀKw/T)": of(boltzmann.temperature)
});

/** The c with C = cI under which the density is stationary: T/λ, and 2T/λ for L = ½wᵀKw. */
export const strength = (): Numbers =>
  strengths(T => [T / boltzmann.rate, (2 * T) / boltzmann.rate]);

/** 2T. */
export const strengthPrinted = (): Numbers => strengths(T => [2 * T, 2 * T]);

/** 2T/λ for both. */
export const strengthHalf = (): Numbers =>
  strengths(T => [(2 * T) / boltzmann.rate, (2 * T) / boltzmann.rate]);

/** The matrix in the exponent, K + s λ K², entry by entry. */
const exponent = (s: number): Numbers =>
  Object.fromEntries(
    whitened.map(({name, hessian, rate}) => {
      const K = toMatrix(hessian);
      const second = times(Math.abs(s) * rate, K, K);
      return [name, entries(s < 0 ? minus(K, second) : plus(K, second))];
    })
  );

/** K − (λ/2)K². */
export const weakened = (): Numbers => exponent(-1 / 2);

/** K + (λ/2)K². */
export const strengthened = (): Numbers => exponent(1 / 2);

/** K − λK². */
export const weakenedTwice = (): Numbers => exponent(-1);
