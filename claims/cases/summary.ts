import {batchesOf} from "./batches.js";
import {tenDimensional} from "./fisher.js";
import type {Rows} from "./matrices.js";
import {grid, named} from "./named.js";
import {pairs} from "./pairs.js";

/** Batches of data sets of three. */
export const fewSamples = batchesOf(3, 1, 2);

/** A regression whose errors are wider where x is large: x, σ(x) and probabilities; ψ = ∓σ(x)x. */
export const unequal = {
  inputs: [
    [1, 0],
    [0.4, 1],
    [-1.5, 0.8]
  ],
  deviations: [0.5, 1, 2],
  probabilities: [0.5, 0.3, 0.2]
} as const;

/** Scores of a logistic regression: inputs, equally likely, and its parameters. */
export const likelihood = {
  inputs: [
    [1, -0.6],
    [0.5, 1.4]
  ],
  parameters: [0.6, -1.1]
} as const;

/** Temperature of the diffusions. */
export const temperature = 0.3;

/** Steps η₀/(t + t₀) with F = H, and a start. */
export const decreasing = {
  curvatures: [1, 2.5, 4],
  variances: [1.2, 0.7, 0.9],
  start: [1, 1, 1],
  eta0: 1.8,
  offset: 50
} as const;

/** Many such steps with batches of 64, and 60 steps with 64 or many more. */
export const longRuns = grid({batchSize: [64], steps: [2_000_000]});
export const shortRuns = grid({batchSize: [64, 4096, 262_144], steps: [60]});
export type Decreasing = (typeof longRuns)[number];

/** Calls of a one-dimensional location oracle with its noise at the bound, and quieter. */
export const atTheBound = grid({noise: [1], calls: [2, 5, 9]});
export const quieter = grid({noise: [0.5, 0.1], calls: [2, 5, 9]});
export type Oracle = (typeof atTheBound)[number];

/** A loss h|θ|ᵖ/p at three temperatures. */
export const powerLoss = {curvature: 1.3, noise: 0.8} as const;
export const squares = grid({power: [2], temperature: [0.1, 0.2, 0.4]});
export const fourthPowers = grid({power: [4], temperature: [0.1, 0.2, 0.4]});
export type PowerLoss = (typeof squares)[number];

/** Information matrices, the last that of the paper's ten-dimensional experiments. */
export const spectra: readonly {name: string; matrix: Rows}[] = [
  ...pairs.slice(1).map(({name, noise}) => ({name, matrix: noise})),
  {
    name: "experiments 4–6",
    matrix: tenDimensional.curvatures.map((h, i) =>
      tenDimensional.curvatures.map((_, j) => (i === j ? h : 0))
    )
  }
];
export type Spectrum = (typeof spectra)[number];

/** The paper's noise in ten dimensions and noise of equal trace. */
export const ofEqualTrace: readonly {name: string; noise: Rows}[] = [
  {name: "anisotropic", noise: tenDimensional.anisotropic},
  {name: "isotropic", noise: tenDimensional.isotropic}
];
export type Noisy = (typeof ofEqualTrace)[number];

/** Means a of coins tossed as ±1, of which one or its opposite is drawn. */
export const biasedCoins = named([{a: 0.5}, {a: 0.9}]);
export type Coin = (typeof biasedCoins)[number];
