/** K = diag(1, D⁻ᵈ, …, D⁻ᵈ) and C ∝ K: l = 1 stiff direction, a = 1. */
export const spectrum = {
  decays: [0.6, 0.7, 1.5, 2],
  sizes: [1e2, 1e4, 1e6],
  /** λk₁, d and D of the ratio after many steps. */
  step: 1.5,
  lateDecay: 1,
  dimensions: [10, 100, 1000, 10_000]
} as const;

/** K = diag(1, 0.1), C = R diag(2, ½) Rᵀ turned from the stiff direction by less than 45°. */
export const rotated = {
  curvatures: [1, 0.1],
  axes: [2, 0.5],
  rate: 1.6,
  angles: [0, 15, 30, 40],
  steps: [1, 5, 200]
} as const;

export const kicks = {
  curvature: 1.5,
  rate: 0.3,
  probability: 0.01,
  size: 4,
  /** δ/E of the normal case. */
  barriers: [1, 2, 5],
  sequence: [0.4, -1.1, 0.2, 0.9]
} as const;

/** One dimension, noise of variance 1; ρ where successive kicks are correlated. */
export const coloured = {curvature: 1.5, rate: 0.5, steps: [1, 3, 6], correlation: 0.5} as const;

/** Figure 5: C = K = I. */
export const figureFive = {rates: [0.2, 1.85], steps: [1, 5, 20]} as const;
