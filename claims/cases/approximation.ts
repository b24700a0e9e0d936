import type {Named} from "../ledger/claim.js";
import type {Rows} from "./matrices.js";
import {named} from "./named.js";
import {type Pair, pairs} from "./pairs.js";
import {mixture, population} from "./problems.js";

/** Gradients that are exponentials less their mean. */
export const exponential = {name: "exponential gradients", skewness: 2} as const;
export type Exponential = typeof exponential;

/** Linear drift in the plane from a point, with batches of b, read at a time. */
export const drifting = {
  ...pairs[1],
  start: [1.5, -1],
  time: 0.75,
  batchSize: 2,
  /** The learning rate at which a sequence of them starts: its τ is the printed limit's. */
  firstRate: 0.25
} as const;

/** L = 1 − cos θ with the noise (1 + cos θ/2)ζ of one sample, from θ = 2. */
export const wave = {
  name: "wave",
  growth: 0.5,
  start: 2,
  time: 0.75,
  temperature: 0.5,
  firstRate: 0.25
} as const;
export type Wave = typeof wave;

/** What is fixed as η → 0 on the `wave`, B or the temperature η/B, the law of the noise, and how the noise grows. */
export interface Halving extends Named {
  readonly temperature?: number;
  readonly skewed: boolean;
  readonly growth: number;
}
const {growth, temperature} = wave;
const halved = {name: "B fixed, skewed", skewed: true, growth};
export const halvings: readonly Halving[] = [
  halved,
  {name: "η/B fixed, Gaussian", temperature, skewed: false, growth},
  {name: "η/B fixed, skewed", temperature, skewed: true, growth}
];

/** The same with an approximation of second order. */
export interface Corrected extends Halving {
  readonly by: "modified" | "moments" | "secondOrder";
}
export const corrected: readonly Corrected[] = [
  {...halved, name: "modified equation", by: "modified"},
  {...halved, name: "mean and variance", by: "moments"},
  {name: "η/B fixed, constant noise", temperature, skewed: false, growth: 0, by: "secondOrder"}
];

/** L = ½θᵀHθ + c(uᵀθ)³/6 with ‖H‖ = ‖u‖ = 1, and two points within ‖θ‖ ≤ r. */
export interface Cubic {
  readonly name: string;
  readonly hessian: Rows;
  readonly bend: number;
  readonly axis: readonly number[];
  readonly radius: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const nodes = [-0.8, -0.3, 0.1, 0.5, 0.8];
export const cubics: readonly Cubic[] = nodes.flatMap(from =>
  nodes
    .filter(to => to > from)
    .map(to => ({
      name: `from ${from} to ${to}`,
      hessian: [[1]],
      bend: 1,
      axis: [1],
      radius: 0.8,
      from: [from],
      to: [to]
    }))
);

/** dθ = −θ dt within |θ| < R from θ = ½, noise of variance 1 per sample. */
export const staying = {start: 0.5, bound: 1, time: 1, batchSize: 4, temperature: 0.5} as const;

/** A Lindeberg sum over S/η steps of batches from a law of mean 0 on finitely many points. */
export interface LindebergSum {
  readonly name: string;
  readonly points: Rows;
  readonly probabilities: readonly number[];
  readonly horizon: number;
  readonly batchSize: number;
  readonly rate: number;
  readonly epsilon: number;
  /** Moments more than two. */
  readonly delta: number;
}

export const lindeberg: readonly LindebergSum[] = named(
  [
    {batchSize: 1, rate: 0.1, epsilon: 0.19, delta: 1},
    {batchSize: 2, rate: 0.05, epsilon: 0.03, delta: 0.5},
    {batchSize: 5, rate: 0.02, epsilon: 0.012, delta: 2}
  ].map(cell => ({...cell, points: [[2], [-0.5]], probabilities: [0.2, 0.8], horizon: 1.5}))
);

/** Batches of an exchangeable sequence that is drawn from this law. */
export interface Exchangeable {
  readonly name: string;
  readonly points: Rows;
  readonly probabilities: readonly number[];
  readonly batchSize: number;
}

/** One law, and one of two. */
export const oneLaw: Exchangeable = {name: "one law", ...population, batchSize: 4};
export const oneOfTwo: Exchangeable = {name: "one of two", ...mixture[0], batchSize: 4};

/** Steps on pairs whose τ is the same by more than one learning rate. */
export const heated = [0.1, 0.7].flatMap(tau =>
  pairs.map(pair => ({...pair, name: `${pair.name}, τ = ${tau}`, tau}))
);

/** What is fixed as η → 0 on the `wave`: b, or the temperature. */
export const fixings: readonly {readonly name: string; readonly temperature?: number}[] = [
  {name: "b fixed"},
  {name: "τ fixed", temperature: wave.temperature}
];

/** |θ|² under τΣ with Σ = (1 + ar²)I on L = ½r². */
export interface Radial extends Named {
  readonly dimension: number;
  readonly temperature: number;
  readonly growth: number;
}
export const radial: readonly Radial[] = named([
  {dimension: 2, temperature: 0.25, growth: 1},
  {dimension: 5, temperature: 0.1, growth: 0.8}
]);

/** A Gaussian law N(m, v) on the line, whose noise is τ(1 + aθ²), and where its current is read. */
export const crossing = {
  name: "noise that grows",
  mean: 0.6,
  variance: 0.3,
  temperature: 0.5,
  growth: 2,
  places: [-0.2, 0.5, 1.2]
} as const;
export type Crossing = typeof crossing;

/** Clouds in the plane whose current is split: round ones of a variance, which still move, and others at rest. */
export interface Cloud extends Pair {
  readonly variance?: number;
}
const white = [
  [1, 0],
  [0, 1]
];
export const clouds: readonly Cloud[] = [
  {...pairs[1], name: "a round cloud, moving", noise: white, variance: 0.6},
  {...pairs[1], name: "at rest"}
];
/** Where it is split. */
export const cloudPoints = [
  [0.5, 0.3],
  [-0.7, 1.1],
  [1.2, -0.4]
] as const;

/** Linear drift in space, at rest. */
export interface Spinning extends Pair {
  readonly point: readonly number[];
}
export const spinning: readonly Spinning[] = [{...pairs[2], point: [0.6, -0.5, 0.3]}];

/** The gradient of L = ½θᵀHθ + 2x²y/5 + y³/10, from a start, with noise ±kick, for the time 1. */
export const cubicPlane = {
  gradient: (x: number, y: number): [number, number] => [
    x + 0.2 * y + 0.8 * x * y,
    0.2 * x + 0.5 * y + 0.4 * x * x + 0.3 * y * y
  ],
  start: [0.8, -0.5],
  kick: [1, 0.7]
} as const;

/** Which of two means and three entries of a covariance are looked at there. */
export const planeMoments = [
  {name: "mean", entries: [0, 2]},
  {name: "variance", entries: [2, 5]}
] as const;
export type PlaneMoments = (typeof planeMoments)[number];
