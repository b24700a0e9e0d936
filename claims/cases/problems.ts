import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {grid, named} from "./named.js";

/** The problems on which claims are tried: plain data, the only thing that the two sides share. */
export type Rows = readonly (readonly number[])[];

function source(name: string) {
  return normals(uniforms({seed: 1, experiment: "claims", cell: name, replicate: 0}));
}

/** n vectors of d independent normals, the same for the same name; the first coordinate is skewed. */
export function table(name: string, n: number, d: number): number[][] {
  const z = source(name);
  return Array.from({length: n}, () => {
    const row = Array.from({length: d}, () => z.next());
    row[0] = row[0] * row[0] - 1 + 0.3 * row[0];
    return row;
  });
}

/** A symmetric positive definite matrix, AAᵀ/d + I/4 for normal A, the same for the same name. */
export function definite(name: string, d: number): number[][] {
  const a = table(`${name}: factor`, d, d);
  return a.map((row, i) =>
    a.map((other, j) => row.reduce((sum, x, k) => sum + x * other[k], 0) / d + (i === j ? 0.25 : 0))
  );
}

/** Coefficients c₀I + c₁S + c₂S² of a symmetric matrix: a matrix that commutes with S. */
export function polynomial(s: Rows, coefficients: readonly [number, number, number]): number[][] {
  const [c0, c1, c2] = coefficients;
  return s.map((row, i) =>
    row.map(
      (x, j) => (i === j ? c0 : 0) + c1 * x + c2 * row.reduce((sum, y, k) => sum + y * s[k][j], 0)
    )
  );
}

/** A Hessian and a noise covariance. */
export interface Pair {
  readonly name: string;
  readonly hessian: number[][];
  readonly noise: number[][];
  /** No larger than the trace of the Hessian: 2 divided by it is a stable rate. */
  readonly trace: number;
}

function pair(name: string, hessian: number[][], noise: number[][]): Pair {
  return {name, hessian, noise, trace: hessian.reduce((sum, row, i) => sum + row[i], 0)};
}

const times = (m: Rows, s: number) => m.map(row => row.map(x => s * x));

/** Pairs of orders 1 to 4 that do not commute, except in one dimension. */
export const pairs: readonly Pair[] = [1, 2, 3, 4].map(d =>
  pair(`d = ${d}`, definite(`hessian ${d}`, d), definite(`noise ${d}`, d))
);

/** Those of orders 1 and 2. */
export const smallPairs = pairs.slice(0, 2);

/** Those that do not commute. */
export const tiltedPairs = pairs.slice(1);

/** Pairs that commute. */
export const commutingPairs: readonly Pair[] = [1, 2, 3, 4].map(d => {
  const hessian = definite(`commuting ${d}`, d);
  return pair(`d = ${d}, commuting`, hessian, polynomial(hessian, [0.4, 0.3, 0.2]));
});

/** Both. */
export const allPairs: readonly Pair[] = [...pairs, ...commutingPairs];

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
  inputs: table("posterior inputs", 8, 2),
  outputs: table("posterior outputs", 8, 1).map(([y]) => y),
  noiseVariance: 0.5,
  priorVariance: 0.7
} as const;

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

/** Pairs in the plane, not commuting; the last is a correctly specified likelihood, G = H. */
export const estimatedPairs: readonly Pair[] = [
  ...[1, 2, 3].map(k =>
    pair(`pair ${k}`, definite(`sensitivity ${k}`, 2), definite(`variability ${k}`, 2))
  ),
  pair("well specified", definite("sensitivity 4", 2), definite("sensitivity 4", 2))
];

/** The first of them, and the same after the loss was multiplied by 0.1. */
export const rescaledPairs: readonly Pair[] = [1, 0.1].map(s => {
  const {hessian, noise} = estimatedPairs[0];
  return pair(`loss times ${s}`, times(hessian, s), times(noise, s * s));
});

/** H = AAᵀ of less than full rank, A, and noise in all directions. */
export interface FlatPair {
  readonly name: string;
  readonly factor: Rows;
  readonly hessian: number[][];
  readonly noise: number[][];
}

/** Rank two in three dimensions. */
export const flatPair: FlatPair = (() => {
  const factor = table("flat factor", 3, 2);
  const hessian = factor.map(row => factor.map(other => row[0] * other[0] + row[1] * other[1]));
  return {name: "rank 2 of 3", factor, hessian, noise: definite("flat noise", 3)};
})();

/** Forgetting rates of moving averages. */
export const movingRates = [0.1, 0.3, 0.6].map(alpha => ({name: `α = ${alpha}`, alpha}));

/** Covariances whose axes are the coordinates'. */
export const axisPairs: readonly Pair[] = [2, 3, 4].map(d => {
  const {noise} = pairs[d - 1];
  const diagonal = noise.map((row, i) => row.map((x, j) => (i === j ? x * (i + 1) : 0)));
  return pair(`d = ${d}, along the axes`, diagonal, diagonal);
});
