import {inverse, multiply, transpose} from "../brute/arrays.js";
import {laggedCovariance, type Optimiser} from "../brute/augmented.js";
import type {Rows} from "../cases/matrices.js";

/**
 * P and R of wₜ = P wₜ₋₁ + R wₜ₋₂ + noise from the covariances of three successive states alone
 * (Yule and Walker): [Γ₁ Γ₂] = [P R] [[Γ₀, Γ₁], [Γ₁ᵀ, Γ₀]].
 */
export function yuleWalker(run: Optimiser) {
  const [g0, g1, g2] = [0, 1, 2].map(lag => laggedCovariance(run, lag));
  const beside = (a: Rows, b: Rows) => a.map((row, i) => [...row, ...b[i]]);
  const system = [...beside(g0, g1), ...beside(transpose(g1), g0)];
  return transpose(multiply(beside(g1, g2), inverse(system)));
}
