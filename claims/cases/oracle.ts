import type {Named} from "../ledger/claim.js";
import {definite, type Rows, table} from "./matrices.js";
import {type Pair, pairs} from "./pairs.js";

/** Problems of Fisher, section 7: plain data. */

/** A gradient, and an invertible change of parameters θ = Bθ′. */
const gradientAt = (d: number): number[] => table(`oracle gradient ${d}`, d, 1).map(([x]) => x);
const change = [
  [1, 0.4, -0.2],
  [0, 1.5, 0.3],
  [0.5, 0, 0.8]
] as const;

/** A gradient g and a metric F, which may be looked at in the parameters θ′ of θ = Bθ′. */
export interface Covector {
  readonly name: string;
  readonly metric: number[][];
  readonly gradient: number[];
  readonly change?: Rows;
}

/** Gradients in the metrics of the pairs, and one in other parameters. */
export const covectors: readonly Covector[] = [
  ...pairs.map(({name, noise}) => ({name, metric: noise, gradient: gradientAt(noise.length)})),
  {name: "other parameters", metric: pairs[2].noise, gradient: gradientAt(3), change}
];

/** L(θ) = Σ wₖ log cosh θₖ, F diagonal: (42) is attained as θ → 0. */
export const valley = {name: "Σ wₖ log cosh θₖ", weights: [4, 1], metric: [0.5, 2]} as const;

/** Least squares of two inputs with errors ±σ, all combinations equally likely, and a θ beside θ⋆. */
export const leastSquares = {
  inputs: [
    [1, 0],
    [0, 1],
    [1, -2]
  ],
  deviation: 0.7
} as const;

/** Where its gradients are looked at: δ = θ − θ⋆. */
export interface Place {
  readonly name: string;
  readonly delta: readonly number[];
}

export const atMinimum: Place = {name: "θ⋆", delta: [0, 0]};
export const besideMinimum: Place = {name: "beside θ⋆", delta: [0.3, -0.2]};

/** Gradients p − y of a rare binary label: bounded by 1. */
export const rareLabel = [1, 4, 16].map(b => ({
  name: `b = ${b}`,
  b,
  probability: 0.02,
  pulls: [1, 2, 4]
}));

/** An invariant problem, and the factors by which loss and parameters are multiplied. */
export const rescaled = {
  hessian: definite("rescaled hessian", 2),
  metric: definite("rescaled metric", 2),
  start: [0.8, -0.5],
  rateOver: 0.2,
  steps: 40,
  changes: [
    {name: "L × 4", loss: 4, stretch: 1},
    {name: "θ × 3", loss: 1, stretch: 3}
  ]
} as const;

export type Units = (typeof rescaled.changes)[number];

/** A hundred equal directions, ηM = 1/4, from a start as far out as the noise reaches. */
export const sphere = {
  dimension: 100,
  rateTimesSmoothness: 0.25,
  steps: 400,
  delta: 0.5,
  changes: [
    {name: "as it is", loss: 1},
    {name: "L × 10⁴", loss: 1e4}
  ]
} as const;

/** ε, and its half. */
export const tolerances = [1e-3, 5e-4] as const;
/** M, f and ΔL of the family whose flattest curvature is 2ε². */
export const family = {smoothness: 1, metric: 1, gap: 1, stiff: 2} as const;

/** Correctly specified, F = H, in the plane; ε². */
export const specified = {
  curvatures: [
    [1, 0.25],
    [1, 1]
  ],
  squaredTolerance: 1e-4
} as const;

/** Two problems whose numbers of calls are compared. */
export interface Compared extends Named {
  readonly problems: readonly {
    readonly curvatures: readonly number[];
    readonly metric: readonly number[];
  }[];
}

/** The specified problems with F = H, and with F = I. */
export const withHessian: readonly Compared[] = [
  {name: "F = H", problems: specified.curvatures.map(h => ({curvatures: h, metric: h}))}
];
export const withIdentity: readonly Compared[] = [
  {
    name: "F = I",
    problems: specified.curvatures.map(h => ({curvatures: h, metric: h.map(() => 1)}))
  }
];

/** A pair with a metric F. */
export interface WithMetric extends Pair {
  readonly metric: readonly (readonly number[])[];
}

/** Pairs in two dimensions and more with F = I. */
export const identityMetrics: readonly WithMetric[] = pairs.slice(1).map(pair => ({
  ...pair,
  metric: pair.hessian.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)))
}));

/** ΔL, M, λmin, Tr F and N. */
export const budget = {
  gap: 3,
  smoothness: 2,
  smallest: 0.5,
  trace: 7,
  calls: [1e5, 16e5],
  batchSizes: [1, 2, 8],
  squaredTolerance: 0.05,
  delta: 0.1
} as const;

/** Curvatures, F = I and N, of which a batch may be a small part or an eighth. */
export const spent = {
  curvatures: [1, 0.2],
  initial: [1, 1],
  calls: 1e9,
  batchSizes: [2, 16, 128]
} as const;

/** One step from 0 of losses with L(0) = value, L′(0) = slope and L″ ≤ M. */
export const oneStep = {
  value: 2,
  smoothness: 3,
  slope: 1.2,
  learningRates: [1 / 12, 0.03],
  noises: [-1.5, -0.4, 0.9]
} as const;

/** Sums of ‖ξ‖², ξ ~ N(0, I) in the plane; δ = e⁻⁶⁰. */
export const noiseSum = {dimension: 2, steps: [1, 25], logarithm: 60, constant: 10} as const;

/** Many steps, T and 4T, b and 16b. */
export const manySteps = {dimension: 2, steps: 1e7, delta: 0.05} as const;

/** Fair ±1 steps. */
export const walk: {
  readonly steps: readonly number[];
  readonly delta: number;
  readonly horizon: number;
} = {steps: [100, 400], delta: 0.01, horizon: 1000};

/** ΔL, M, η, T, b, Tr F, ‖F‖ and log(2/δ) in three regimes. */
export const quadraticInequality = [
  {name: "as it is", gap: 1, smoothness: 1, learningRate: 0.2, steps: 100},
  {name: "M = 10⁶", gap: 1e-9, smoothness: 1e6, learningRate: 2.5e-7, steps: 1000},
  {name: "η = 10⁻⁹", gap: 1e-12, smoothness: 1, learningRate: 1e-9, steps: 10}
] as const;
export type Inequality = (typeof quadraticInequality)[number];
export const quadraticNoise = {batchSize: 2, trace: 3, largest: 2, logarithm: 3} as const;
