import {inverse, multiply, transpose} from "../brute/arrays.js";
import {laggedCovariance} from "../brute/augmented.js";
import type {Rows} from "../cases/problems.js";
import {optimisers, pairs} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

/**
 * P and R of wₜ = P wₜ₋₁ + R wₜ₋₂ + noise from the covariances of three successive states alone
 * (Yule and Walker): [Γ₁ Γ₂] = [P R] [[Γ₀, Γ₁], [Γ₁ᵀ, Γ₀]].
 */
export const yuleWalker = (): Numbers =>
  Object.fromEntries(
    pairs.flatMap(pair =>
      optimisers.map(({rateOver, momentum}) => {
        const optimiser = {...pair, momentum, rate: rateOver / pair.trace};
        const [g0, g1, g2] = [0, 1, 2].map(lag => laggedCovariance(optimiser, lag));
        const beside = (a: Rows, b: Rows) => a.map((row, i) => [...row, ...b[i]]);
        const system = [...beside(g0, g1), ...beside(transpose(g1), g0)];
        const solution = multiply(beside(g1, g2), inverse(system));
        return [`${pair.name}, µ = ${momentum}`, transpose(solution).flat()];
      })
    )
  );
