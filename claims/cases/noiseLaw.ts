/** Noise of one covariance and several laws: plain data. */

/** Two runs at ηh = ½, their starts 2 apart (Gaussian noise) or ⅓ apart (coin tosses), after t steps. */
export const twoRuns = {decay: 0.5, steps: 9, tosses: 12} as const;

/** Tosses whose size, ½ or √1.75, follows from the toss before: E ξ² = 1 in every step. */
export const remembered = {
  decay: 0.8,
  rate: 0.4,
  steps: 12,
  sizes: [0.5, Math.sqrt(1.75)]
} as const;

/** ξ = 0 or (±1, …, ±1), each with probability ½, in d directions over T steps. */
export const bursts = {dimension: 10, steps: 25} as const;
