import type {Named} from "../ledger/claim.js";

/** Problems on which Fisher, Theorem 6.5 is tried beyond an ideal quadratic: plain data. */

/** One curvature 1, steps η₀/t, F = f; the noise has covariance f(1 + ρ_t). */
export const remainders = {
  eta0: 0.6,
  metric: 2,
  start: 1,
  horizons: [2, 16, 1024, 100_000]
} as const;

export interface Remainder extends Named {
  readonly rho: (t: number) => number;
}

/** ρ_t that stay below 1. */
export const bounded: readonly Remainder[] = [
  {name: "ρ = 1", rho: () => 1},
  {name: "ρ = 1/√t", rho: t => 1 / Math.sqrt(t)},
  {name: "ρ = 1, 0, 1, 0 …", rho: t => t % 2}
];

/** ρ_t with Σ η_t²ρ_t < ∞ that do not. */
export const unbounded: readonly Remainder[] = [
  {name: "ρ = 1000, 0, 0 …", rho: t => (t === 1 ? 1000 : 0)},
  {name: "ρ = √t", rho: t => Math.sqrt(t)}
];

/**
 * L′ = θ for |θ| ≤ 1, back to 0 at |θ| = 2, and 0 beyond: 1-smooth, least at 0 alone. Noise ±s, steps
 * η₀/t, from 0.
 */
export const plateau = {eta0: 0.6, noise: 5, horizon: 1000, first: 12} as const;
