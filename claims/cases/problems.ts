import {definite, type Rows, table} from "./matrices.js";
import {grid, named} from "./named.js";
import type {Pair} from "./pairs.js";

/** Gradients of a data set: n = 7, d = 3. */
export const gradients: Rows = table("gradients", 7, 3);

/** Three points of the plane with probabilities: a population whose data sets can all be visited. */
export const population = {
  points: table("population", 3, 2),
  probabilities: [0.5, 0.3, 0.2]
} as const;

/** A de Finetti mixture: with these weights the population is this one or that one. */
export const mixture = [
  {weight: 0.6, points: table("mixture 1", 3, 2), probabilities: [0.2, 0.3, 0.5]},
  {weight: 0.4, points: table("mixture 2", 3, 2), probabilities: [0.4, 0.4, 0.2]}
] as const;

/** τ of the diffusions, b of the recursions, and η·Tr H of the latter: well away from η → 0. */
export const ornsteinUhlenbeck = {tau: 0.3, batchSize: 8, rateOver: 0.9} as const;

/** Pulls A that are not symmetric, with eigenvalues in the right half plane, and pushes Q. */
export const pullAndPush: readonly {name: string; pull: Rows; push: Rows}[] = [2, 3, 4].map(d => {
  const symmetric = definite(`pull ${d}`, d);
  const twist = table(`twist ${d}`, d, d);
  const pull = symmetric.map((row, i) => row.map((x, j) => x + 0.8 * (twist[i][j] - twist[j][i])));
  return {name: `d = ${d}`, pull, push: definite(`push ${d}`, d)};
});

/** Fisher, experiment 1, at four of its batch sizes. */
export const sweep = {
  curvatures: [1, 0.1],
  learningRate: 0.05,
  batchSizes: [1, 8, 64, 512]
} as const;

/** Its runs: each alone, for its variances, and all, for a slope. */
const sweepRuns = grid({batchSize: sweep.batchSizes});
export const scalings = [
  ...sweepRuns.map(run => ({name: run.name, runs: [run]})),
  {name: "slope", runs: sweepRuns}
];
export type Scaling = (typeof scalings)[number];

/** Fisher, experiment 2, at one angle and one coarse step: curvatures, F(φ) and the step. */
export const tilted = {
  name: "φ = π/6",
  curvatures: [1, 0.4],
  learningRate: 0.5,
  timeStep: 1.2,
  batchSize: 4,
  /** R(φ) diag(1.5, 0.5) R(φ)ᵀ at φ = π/6. */
  noise: [
    [1.25, Math.sqrt(3) / 4],
    [Math.sqrt(3) / 4, 0.75]
  ]
} as const;

/** Steps η₀/(t + t₀) on a diagonal Hessian, with η₀λmin well above ½, and F = H. */
export const decaying = {
  curvatures: [1, 2.5, 4],
  eta0: 1.8,
  offset: 50,
  batchSize: 64,
  noise: definite("decaying", 3)
} as const;

/** The limit of T·Cov(θ_T), and its risk by a metric, F's diagonal. */
export const decayingLimits = [{name: "V"}, {name: "N·Risk", metric: decaying.curvatures}];
export type DecayingLimit = (typeof decayingLimits)[number];

/** Points of a one-dimensional regression, for noise that depends on θ. */
export const regression: {readonly x: readonly number[]; readonly y: readonly number[]} = {
  x: table("regression x", 5, 1).map(([x]) => x),
  y: table("regression y", 5, 1).map(([y]) => y)
};

/** λ·Tr K and µ of the recursions with momentum. */
export const optimisers = [
  {rateOver: 0.9, momentum: 0},
  {rateOver: 0.7, momentum: 0.3},
  {rateOver: 0.5, momentum: 0.8}
] as const;

/** A preconditioner that commutes with nothing, scaled so that Tr Λ · Tr K = 1. */
export function preconditioner({name, hessian, trace}: Pair): number[][] {
  const shape = definite(`preconditioner ${name}`, hessian.length);
  const size = trace * shape.reduce((sum, row, i) => sum + row[i], 0);
  return shape.map(row => row.map(x => x / size));
}

/** N, S, λ and µ of the second-order methods. */
export const secondOrder = {
  datasetSize: 10,
  batchSize: 2,
  learningRate: 0.3,
  momentum: 0.4,
  noiseRatio: 0.5
} as const;

/** What the cells of Table 1 are tried on: commuting, so diagonal. */
export const tableOne = {
  curvatures: [1, 0.4, 0.15],
  noise: [1, 0.6, 0.3],
  learningRate: 0.9,
  momentum: 0.6,
  nu: 0.4,
  noiseRatio: 0.5
} as const;

/** Forty kicks in d dimensions, the same for every optimiser. */
export const noisePath = (d: number): number[][] => table(`noise path d = ${d}`, 40, d);

/** A regression in the plane with a Gaussian prior, for its posterior. */
export const bayesianRegression = {
  name: "mean and covariance",
  inputs: table("posterior inputs", 8, 2),
  outputs: table("posterior outputs", 8, 1).map(([y]) => y),
  noiseVariance: 0.5,
  priorVariance: 0.7
};
export type BayesianRegression = typeof bayesianRegression;

/** QHM on a diagonal Hessian with noise that does not commute with it. */
export const quasiHyperbolic = {
  hessian: [1, 0.4],
  noise: [
    [1, 0.45],
    [0.45, 0.6]
  ],
  learningRate: 0.9,
  momentum: 0.6,
  nu: 0.7
} as const;

/** Heavy ball on the same problem, for its simulated loss. */
export const losses = named([
  {learningRate: 1.2, momentum: 0},
  {learningRate: 0.9, momentum: 0.5}
]);
export type LossRun = (typeof losses)[number];

/** λ·Tr K and the times at which a run's mean loss is looked at. */
export const escapes = {rateOver: 1.3, steps: [1, 2, 5, 40]} as const;

/** Curvatures, N and S of approximate posteriors. */
export const bayesian = [
  {name: "D = 3, S/N = 0.1", eigenvalues: [0.5, 1, 3], datasetSize: 100, batchSize: 10},
  {name: "D = 2, S/N = 0.5", eigenvalues: [1, 1.2], datasetSize: 20, batchSize: 10},
  {name: "D = 4, S/N = 0.02", eigenvalues: [0.1, 1, 2, 8], datasetSize: 500, batchSize: 10}
] as const;

/** The first of them where S is nothing beside N. */
export const smallBatch = [
  {...bayesian[0], name: "S/N = 10⁻⁷", datasetSize: 1e8, batchSize: 10}
] as const;

/** An approximate posterior. */
export interface Posterior {
  readonly eigenvalues: readonly number[];
  readonly datasetSize: number;
  readonly batchSize: number;
}

/** N steps of size η with batches of B from the `gradients`, away from any gradient: noise alone. */
export const kicks = {steps: 6, learningRate: 0.1, batchSize: 4} as const;

/** Such steps whose noise is scaled by the rate, and by its root. */
export const byRate = [{name: "N = 6, B = 4, by η", size: kicks.learningRate}] as const;
export const byRoot = [{name: "N = 6, B = 4, by √η", size: Math.sqrt(kicks.learningRate)}] as const;
export interface Kick {
  readonly name: string;
  readonly size: number;
}

/** Batches of the estimator of Σ_emp: B each, m = 2 of them, from four of the `gradients`. */
export const estimator = {batchSize: 2, rows: gradients.slice(0, 4)} as const;

/** λ of one-dimensional runs with k = 1. */
export const rates = grid({learningRate: [0.5, 1, 1.5, 1.9]});

/** A case of which the rate is all. */
export interface AtRate {
  readonly name: string;
  readonly learningRate: number;
}

/** λk on both sides of 1. */
export const bothSides = grid({learningRate: [0.5, 0.9, 1.1, 1.9]});

/** λk and t of two runs, between which a small quantity is halved; the pieces in which their flow is integrated. */
export const halvings = [
  {name: "1 − λk halved, at λk → 1", steps: [1 - 1e-8, 1 - 5e-9], times: [1, 1], pieces: 400},
  {name: "λk halved, one step", steps: [1e-4, 5e-5], times: [1, 1], pieces: 4},
  {name: "λk halved, λkt = 1", steps: [2 ** -13, 2 ** -14], times: [2 ** 13, 2 ** 14], pieces: 2000}
];
export type Halving = (typeof halvings)[number];

const contracted = (rates: readonly number[]) => [
  {name: "smallest |eigenvalue|", curvatures: [2, 0.5], rates}
];
export type Contraction = ReturnType<typeof contracted>[number];

/** Rates below 2/k*, and the same without 1/k*. */
export const contractions = contracted([0.1, 0.3, 0.5, 0.7, 0.9]);
export const contractionsElsewhere = contracted([0.1, 0.3, 0.7, 0.9]);

/** Noise on three points, skewed: mean 0, variance 1. */
export const skewed = {points: [2, 0, -0.5], probabilities: [0.2, 0, 0.8]} as const;

/** A logistic regression: inputs, equally likely, and the parameters of model and truth. */
export interface LogisticModel {
  readonly name: string;
  readonly inputs: Rows;
  readonly parameters: readonly number[];
}

export const binaryModel: LogisticModel = {
  name: "logistic regression",
  inputs: table("binary inputs", 6, 2),
  parameters: [0.6, -1.1]
};

/** Means of Poisson laws. */
export const countModel = {means: [0.7, 3, 11]} as const;

/** Forgetting rates of moving averages. */
export const movingRates = [0.1, 0.3, 0.6].map(alpha => ({name: `α = ${alpha}`, alpha}));
