/** A regression whose errors are wider where x is large: x, σ(x) and probabilities; ψ = ∓σ(x)x. */
export const unequal = {
  inputs: [
    [1, 0],
    [0.4, 1],
    [-1.5, 0.8]
  ],
  deviations: [0.5, 1, 2],
  probabilities: [0.5, 0.3, 0.2],
  datasetSize: 3,
  batchSizes: [1, 2]
} as const;

/** Scores of a logistic regression: inputs, equally likely, and its parameters. */
export const likelihood = {
  inputs: [
    [1, -0.6],
    [0.5, 1.4]
  ],
  parameters: [0.6, -1.1],
  datasetSize: 3,
  batchSizes: [1, 2]
} as const;

/** Temperature of the diffusions. */
export const temperature = 0.3;

/** Steps η₀/(t + t₀) with F = H, and a start: many steps of 64, or 60 steps of many. */
export const decreasing = {
  curvatures: [1, 2.5, 4],
  variances: [1.2, 0.7, 0.9],
  start: [1, 1, 1],
  eta0: 1.8,
  offset: 50,
  batchSize: 64,
  longRun: 2_000_000,
  fewSteps: 60,
  batchSizes: [64, 4096, 262_144]
} as const;

/** Calls of a one-dimensional location oracle, and its noise where it is quieter than its bound. */
export const locationOracle = {calls: [2, 5, 9], quieter: [0.5, 0.1], noise: 1} as const;

/** A loss h|θ|ᵖ/p at three temperatures. */
export const powerLoss = {curvature: 1.3, noise: 0.8, temperatures: [0.1, 0.2, 0.4]} as const;

/** Means a of coins tossed as ±1, of which one or its opposite is drawn. */
export const biasedCoins = [0.5, 0.9] as const;
