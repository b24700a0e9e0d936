import type {Named} from "../ledger/claim.js";
import type {LawBatch} from "./batches.js";
import {definite, type Rows, table} from "./matrices.js";
import {grid, named} from "./named.js";
import {flatPair} from "./pairs.js";
import {population, regression} from "./problems.js";

/** Inputs with an intercept and targets of a linear regression: n = 7, d = 2. */
export const regressionRows = (() => {
  const rows = table("setup regression", 7, 2);
  return {
    features: rows.map(([x]) => [1, x]),
    targets: rows.map(([, y]) => y)
  };
})();

/** Where its gradients are looked at. */
export const positions: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.7, -1.2]
];
export const places = positions.map(theta => ({name: `θ = (${theta.join(", ")})`, theta}));
export type Place = (typeof places)[number];

/** How a batch is drawn. */
export const drawings = [
  {name: "with replacement", replacement: true},
  {name: "without", replacement: false}
] as const;
export type Drawing = (typeof drawings)[number];

/** A law of (x, y) on three pairs, for which every data set can be visited. */
export const pairLaw = {
  inputs: [-1, 0.5, 2],
  targets: [0.4, -0.9, 1.7],
  probabilities: [0.5, 0.3, 0.2]
} as const;

/** Sizes of data sets that are small enough for it. */
export const dataSets = grid({samples: [2, 3, 4]});
export type DataSet = (typeof dataSets)[number];

/** Slopes at which its losses are looked at. */
export const slopes = [-0.6, 0, 0.8] as const;

/** Costs of a newsvendor who orders θ against a demand that is uniform on (0, range). */
export const newsvendor = {overage: 1, underage: 4, range: 2, orders: [0.5, 1, 1.5]} as const;

/** A holding cost per unit ordered, and a penalty for each demand that is not met. */
export const serviceLevel = {holding: 0.3, penalty: 2, range: 2, orders: [0.5, 1, 1.5]} as const;

/** Schedules of batch sizes: Fisher, experiment 5 at its five horizons, and one that grows. */
export interface Budget extends Named {
  readonly horizon: number;
  readonly batchSize: (t: number) => number;
}
export const budgets: readonly Budget[] = [
  ...[600, 1200, 2400, 4800, 9600].map(horizon => ({
    name: `b = 64, T = ${horizon}`,
    horizon,
    batchSize: () => 64
  })),
  {name: "bₜ = 1 + ⌊t/3⌋, T = 40", horizon: 40, batchSize: t => 1 + Math.floor(t / 3)}
];

/** A linear recursion started at its minimum, short enough that all its noise can be visited. */
export interface ShortRun extends Named {
  readonly hessian: Rows;
  readonly law: {readonly points: Rows; readonly probabilities: readonly number[]};
  readonly learningRate: number;
  readonly steps: number;
}

/** Batches of two. */
export const shortRun: ShortRun = {
  name: "d = 2, b = 2, four steps",
  hessian: definite("short run", 2),
  law: population,
  learningRate: 0.4,
  steps: 4
};

/** Curvatures of which some may be zero, and a run of coin tosses along all axes. */
export interface FlatRun extends Named {
  readonly curvatures: readonly number[];
  readonly learningRate: number;
  readonly steps: number;
  readonly batchSize: number;
}

export const flatRun: FlatRun = {
  name: "h = 0.8 and 0, ten steps",
  curvatures: [0.8, 0],
  learningRate: 0.5,
  steps: 10,
  batchSize: 4
};

/** Curvatures, τ, and the one direction along which there is noise, in the eigenvectors of H. */
export interface SingleDirection extends Named {
  readonly curvatures: readonly number[];
  readonly tau: number;
  readonly direction: readonly number[];
}

export const singleDirections: readonly SingleDirection[] = [
  {name: "two curvatures", curvatures: [1, 0.4], tau: 0.3, direction: [0.8, 0.6]},
  {name: "one eigenvector missed", curvatures: [1, 0.5, 0.2], tau: 1, direction: [1, 1, 0]},
  {name: "all three met", curvatures: [1, 0.3, 0.05], tau: 1, direction: [1, -1, 0.6]},
  {name: "two curvatures agree", curvatures: [1, 0.3, 0.3], tau: 1, direction: [1, -1, 0.6]},
  {name: "all four met", curvatures: [3, 1, 0.2, 0.03], tau: 1, direction: [2, 1, -1, 0.7]}
];

/** Variances of two noises along the axes, of equal trace. */
export const equalTraces = {aligned: [1.8, 0.2], isotropic: [1, 1], batchSizes: [1, 2, 3]} as const;

/** Bounds M at which the tail of a Gaussian input's Hessian is looked at. */
export const hessianBounds = [0.25, 0.5, 1] as const;

/** A singular Hessian, and batches of two from three samples whose gradients lie in its range, or do not. */
export interface FlatNoise extends Named {
  readonly hessian: Rows;
  readonly law: {readonly points: Rows; readonly probabilities: readonly number[]};
  readonly n: number;
  readonly b: number;
}

const flatNoise = (name: string, points: Rows): FlatNoise => ({
  name,
  hessian: flatPair.hessian,
  law: {points, probabilities: [0.5, 0.3, 0.2]},
  n: 3,
  b: 2
});

/** Gradients Au, which lie in the plane that is the range of H = AAᵀ; and gradients anywhere in ℝ³. */
export const insideRange = flatNoise(
  "inside",
  table("inside the range", 3, 2).map(u =>
    flatPair.factor.map(row => row[0] * u[0] + row[1] * u[1])
  )
);
export const outsideRange = flatNoise("anywhere", table("outside the range", 3, 3));

/** SGD on the straight lines through the origin of four points: K steps with pairs. */
export const fourPoints = {
  name: "K = 1, 2, 3",
  inputs: [-1, 0.5, 2, 1.2],
  targets: [0.4, -0.9, 1.7, 0.1],
  start: 1.5,
  learningRate: 0.25,
  steps: 3
} as const;
export type FourPoints = typeof fourPoints;

/** A constant rate and a decaying one, 0.8/√(k+1), and after how many steps they are looked at. */
const onSameLoss = {curvature: 1.3, noise: 0.7};
export const schedules: readonly Schedule[] = [
  {name: "constant", rate: () => 0.8, steps: 1000, ...onSameLoss},
  {name: "decaying", rate: k => 0.8 / Math.sqrt(k + 1), steps: 10_000_000, ...onSameLoss}
];
export interface Schedule extends Named {
  readonly rate: (k: number) => number;
  readonly steps: number;
  readonly curvature: number;
  readonly noise: number;
}

/** One update from θ with batches of two of `gradients`. */
export const oneUpdate = {
  name: "n = 7, B = 2",
  theta: [0.4, -1, 0.2],
  learningRate: 0.3,
  batchSize: 2
} as const;
export type OneUpdate = typeof oneUpdate;

/** Gradients on three points, skewed. */
export const skewedValues = [3, -0.5, -1] as const;

/** How many batches of how many of them are summed. */
export const batchSums = named([
  {batchSize: 1, steps: 4},
  {batchSize: 1, steps: 8},
  {batchSize: 2, steps: 4},
  {batchSize: 2, steps: 2},
  {batchSize: 3, steps: 3}
]);
export type BatchSum = (typeof batchSums)[number];
/** The same with as many samples to a batch as there are steps. */
export const growingBatchSums: readonly BatchSum[] = named([
  {batchSize: 2, steps: 2},
  {batchSize: 3, steps: 3}
]);

/** Batches without replacement, new subsets at each step or successive pieces of a shuffled data set. */
export interface Dealt extends Named {
  readonly values: readonly number[];
  readonly batchSize: number;
  readonly anew: boolean;
  /** After how many steps the sum is looked at. */
  readonly sums: readonly number[];
}
const hundred = {values: table("hundred", 100, 1).map(([x]) => x), batchSize: 1};
const six = {values: hundred.values.slice(0, 6)};
export const dealt: readonly Dealt[] = [
  {name: "n = 100, B = 1, new subsets", ...hundred, anew: true, sums: [25, 50, 75]},
  {name: "n = 6, B = 3, new subsets", ...six, batchSize: 3, anew: true, sums: [2, 5]},
  {name: "n = 100, B = 1, pieces of an epoch", ...hundred, anew: false, sums: [25, 50, 75]},
  {name: "n = 6, B = 2, pieces of an epoch", ...six, batchSize: 2, anew: false, sums: [1, 2]}
];

/** θ at which the noise of a regression in one dimension is looked at. */
export interface SlopeOfOne extends Named {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly theta: number;
}
export const slopesOfOne: readonly SlopeOfOne[] = named([
  {theta: -1},
  {theta: 0},
  {theta: 0.5},
  {theta: 2}
]).map(each => ({...each, ...regression}));
/** Samples whose losses share one curvature. */
export const oneCurvature: readonly SlopeOfOne[] = [
  {name: "x = ±1", x: [1, -1, 1, 1, -1], y: regression.y, theta: 0.5}
];

/** Batches of data sets from a law that are kept for T steps: n, B, T. */
export interface Kept extends LawBatch {
  readonly steps: number;
}
export const kept: readonly Kept[] = named([
  {samples: 3, batchSize: 2, steps: 1},
  {samples: 3, batchSize: 2, steps: 2},
  {samples: 2, batchSize: 1, steps: 4}
]).map(each => ({...each, law: population}));
