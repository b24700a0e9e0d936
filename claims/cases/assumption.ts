import type {Named} from "../ledger/claim.js";
import {type Batch, batchesOf} from "./batches.js";
import {shown} from "./digits.js";
import {named} from "./named.js";
import {commutingPairs, type Pair, pairs} from "./pairs.js";

/** The problems of notes §2.3: plain data. */

/** Sums of B gradients, each made of so many exponentials. */
export interface GammaSum extends Named {
  readonly shape: number;
}
/** Sums of B gradients that one sample in B has: what is asked of them. */
export interface RareSum extends Named {
  readonly asked: "distance" | "Lindeberg's sum";
}
/** Sums of normal terms, the variance of each so many times the last one's. */
export interface GrowingSum extends Named {
  readonly growth: number;
}
export type RowSum = GammaSum | RareSum | GrowingSum;
export const rowSums: readonly RowSum[] = [
  ...[1, 2].map(shape => ({name: `√B × distance, gradients of Γ(${shape})`, shape})),
  ...(["distance", "Lindeberg's sum"] as const).map(asked => ({
    name: `one sample in B counts, ${asked}`,
    asked
  })),
  {name: "normal terms of variances 4ᵏ, Lindeberg's sum", growth: 4}
];

/** Where the characteristic function of a stable law is read, over the scale of the noise. */
export const readAt = [0.5, 1, 2] as const;

/** ηh and the exponent of symmetric stable noise. */
export interface StableNoise extends Named {
  readonly alpha: number;
  readonly step: number;
}
export const stableNoises: readonly StableNoise[] = [
  {alpha: 1.2, step: 0.3},
  {alpha: 1.5, step: 0.3},
  {alpha: 1.8, step: 1.6},
  {alpha: 2, step: 0.3}
].map(noise => ({...noise, name: `α = ${noise.alpha}, ηh = ${noise.step}`}));

/** Where the characteristic function of sums of draws with tails r⁻² is read, and how many draws. */
export const lightTails = named([{t: 0.5}, {t: 1}, {t: 2}]);
export type LightTail = (typeof lightTails)[number];
export const draws = [1e12, 1e24, 1e48] as const;

/** Where the Laplace transform of a data set's variance is read. */
export const transforms = named(
  [1, 2 / 3, 1 / 2].flatMap(alpha => [0.25, 1, 4].map(s => ({alpha, s})))
);
export type Transform = (typeof transforms)[number];

/** Noise with two values, 3 with probability 1/10 and −1/3 with 9/10: mean 0, variance 1. */
export const twoPoint = {
  name: "variance, skewness, excess kurtosis",
  values: [3, -1 / 3],
  probabilities: [0.1, 0.9],
  step: 0.3
} as const;
/** That noise, and one without a variance, whose width depends on the rate. */
export const tailed = [twoPoint, {name: "exponent of η, α = 1.5", alpha: 1.5}] as const;
export type Tailed = (typeof tailed)[number];

/** Noise as a filter of independent kicks, ξₜ = Σⱼ cⱼ zₜ₋ⱼ. */
export interface Filtered extends Named {
  readonly taps: readonly number[];
}
/** Noise of fractional Brownian motion. */
export interface Fractional extends Named {
  readonly hurst: number;
}
/** Independent signs times an amplitude that a run keeps, 1 or 3. */
export interface Amplified extends Named {
  readonly amplitudes: readonly [number, number];
}
export type Memory = Filtered | Fractional | Amplified;

const filtered: readonly Filtered[] = [
  {name: "neighbours", taps: [1, 0.5, -0.2]},
  {name: "neighbours, against one another", taps: [1, -0.6]}
];
const fractional: readonly Fractional[] = [0.2, 0.7, 0.9].map(hurst => ({
  name: `fractional, H = ${hurst}`,
  hurst
}));
/** Taps φᵏ with variance 1, until nothing is left of them. */
const geometric: readonly Filtered[] = [-0.6, 0.5, 0.9].map(phi => ({
  name: `correlation ${phi}`,
  taps: Array.from(
    {length: Math.ceil(-40 / Math.log(Math.abs(phi)))},
    (_, k) => Math.sqrt(1 - phi * phi) * phi ** k
  )
}));
export const memories: readonly Memory[] = [...filtered, ...geometric, ...fractional];
export const memorySteps = [0.05, 0.4, 1.3] as const;
export const shortMemories: readonly Memory[] = filtered;
/** Memories that decay, or are none, and whose sums are no Brownian motion. */
export const otherSums: readonly Memory[] = [
  fractional[0],
  fractional[1],
  {name: "white, of random amplitude", amplitudes: [1, 3]}
];

/** Epochs of m batches with these gradients, whose sum is 0. */
export interface Epoch extends Named {
  readonly gradients: readonly number[];
}
/** An epoch of these gradients, less their mean. */
export function epochOf(gradients: readonly number[]): Epoch {
  const mean = gradients.reduce((a, b) => a + b) / gradients.length;
  const centred = gradients.map(x => x - mean);
  return {name: `m = ${centred.length}: ${centred.map(shown).join(", ")}`, gradients: centred};
}
export const epochs = [epochOf([1.5, -0.5, -1]), epochOf([2, -1, 0.5, -1.5, 0])];

/** Down the floor of a widening valley under epochs of the length ηm, for a time s. */
export const widening = {name: "x after s = 3", time: 3, epoch: 10} as const;
export type Widening = typeof widening;

/** Heavy ball with h = 1 and noise of variance 1. */
export const balls = named([
  {learningRate: 0.1, momentum: 0.9},
  {learningRate: 1.5, momentum: 0.5},
  {learningRate: 2.5, momentum: 0.8}
]).map(ball => ({...ball, hessian: [[1]], noise: [[1]]}));
export type Ball = (typeof balls)[number];

/** Rates η/(1 + k/K) by a = ηhK. */
export const falling = named([{a: 1}, {a: 2}, {a: 3}, {a: 4}]);
export type Falling = (typeof falling)[number];

/** Plain steps with h = 1 and noise of variance 1. */
export const plain = [0.05, 0.5, 1, 1.8].map(learningRate => ({
  name: `ηh = ${learningRate}`,
  hessian: [[1]],
  noise: [[1]],
  learningRate
}));
export type Plain = (typeof plain)[number];

/** Batches of a data set with these gradients. */
export interface Skewed extends Batch {
  readonly values: readonly number[];
}
const skewed: readonly number[] = [5, 3, 1.5, 1, 0.5, 0, -0.5, -1, -1.5, -2, -2.5, -3.5];
export const skewedBatches: readonly Skewed[] = batchesOf(skewed.length, 1, 3, 6, 9).map(batch => ({
  ...batch,
  values: skewed
}));

/** Batches of larger data sets. */
export const largeBatches = named([
  {samples: 1024, batchSize: 32},
  {samples: 50_000, batchSize: 128},
  {samples: 50_000, batchSize: 8192}
]);

/** Values of which a batch's indices are drawn. */
export interface Listed extends Named {
  readonly values: readonly number[];
  readonly batch: number;
}
/** A series with correlation φ between neighbours. */
export interface Series extends Named {
  readonly coefficient: number;
  readonly batch: number;
}
/** Uncorrelated products of neighbours in a row of independent factors, each of these values equally likely. */
export interface Products extends Named {
  readonly factors: readonly number[];
  readonly batch: number;
}
/** Samples that depend on one another. */
export type Dependent = Listed | Series | Products;
export const inOrder: Series = {name: "in order, correlated", coefficient: 0.6, batch: 4};
export const dependent: readonly Dependent[] = [
  {name: "indices drawn, samples that rise", values: [0, 1, 2, 3, 4, 5], batch: 4},
  inOrder,
  {name: "in order, dependent and uncorrelated", factors: [2, -1, -1], batch: 4}
];

/** What is read of gradient descent at the edge of stability, and at which εηk. */
export const edgeReadings = [
  {name: "beside the valley", read: "y", moments: [0.5, 1, 2]},
  {name: "sharpness over 2/η", read: "sharpness", moments: [2]}
] as const;
export type EdgeReading = (typeof edgeReadings)[number];

/** Curvatures with directions of the noise, whose law lives on a subspace. */
export interface Singular {
  readonly name: string;
  readonly hessian: readonly (readonly number[])[];
  readonly noise: readonly (readonly number[])[];
}

const diagonal = (...h: number[]) => h.map((x, i) => h.map((_, j) => (i === j ? x : 0)));
const outer = (v: readonly number[]) => v.map(x => v.map(y => x * y));

export const singular: readonly Singular[] = [
  {name: "one direction, all curvatures", hessian: diagonal(1, 0.5, 0.2), noise: outer([1, 1, 1])},
  {name: "one direction, two curvatures", hessian: diagonal(1, 0.5, 0.2), noise: outer([1, -2, 0])},
  {name: "an eigendirection", hessian: diagonal(1, 0.5, 0.2), noise: outer([0, 1, 0])},
  {name: "equal curvatures", hessian: diagonal(1, 0.4, 0.4), noise: outer([1, 1, -1])},
  {
    name: "two directions",
    hessian: diagonal(1, 0.7, 0.4, 0.4),
    noise: [
      [2, 0, 1, 0],
      [0, 0, 0, 0],
      [1, 0, 1, 0],
      [0, 0, 0, 0]
    ]
  }
];

/** On L = ½θ², noise τΣ(θ), and the β of a tempered posterior. */
export interface LineNoise extends Named {
  readonly beta: number;
  readonly temperature: number;
  readonly noise: (theta: number) => number;
}
/** Σ = 2/(τβ) + Ce^{βL}. */
export const temperedNoise = (beta: number, temperature: number, more: number): LineNoise => ({
  name: `β = ${shown(beta)}, τ = ${shown(temperature)}, C = ${shown(more)}`,
  beta,
  temperature,
  noise: theta => 2 / (temperature * beta) + more * Math.exp((beta * theta * theta) / 2)
});
export const temperedNoises = [temperedNoise(2, 0.5, 0), temperedNoise(2, 0.5, 0.7)];
/** Noise that depends on the place otherwise. */
export const otherNoises: readonly LineNoise[] = [
  {name: "Σ = 2(1 + θ²)", beta: 2, temperature: 0.5, noise: theta => 2 * (1 + theta * theta)}
];

/** A pair at a rate: noise that commutes with the curvature, and noise that does not. */
export interface Reversible extends Pair {
  readonly rate: number;
}
const atRate = (all: readonly Pair[]): readonly Reversible[] =>
  all.map(pair => ({...pair, rate: 0.8 / pair.trace}));
export const reversible = atRate(commutingPairs.slice(1, 3));
export const irreversible = atRate(pairs.slice(1, 3));

/** On L = ½(h₁θ₁² + h₂θ₂²), noise Σ = f(θ) I of the place, and of the loss alone. */
export const bowl = [1, 0.3] as const;
export interface PlaceNoise extends Named {
  readonly noise: (x: number, y: number) => number;
}
export const ofPlace: readonly PlaceNoise[] = [
  {name: "Σ = (1 + θ₁²) I", noise: x => 1 + x * x},
  {name: "Σ = (1 + ½|θ|²) I", noise: (x, y) => 1 + (x * x + y * y) / 2}
];
export const ofLoss: readonly PlaceNoise[] = [
  {name: "Σ = (1 + L) I", noise: (x, y) => 1 + (bowl[0] * x * x + bowl[1] * y * y) / 2}
];

/** Label noise on L = ½u², u = θ₁θ₂, from (1, 0): η, σ, updates. */
export const degenerate = {
  name: "mean of θ₁² − θ₂²",
  step: 0.05,
  noise: 1,
  updates: 320
} as const;
export type Degenerate = typeof degenerate;

/** Inverse temperatures for the tempered posterior of ½θ₁²θ₂² on the unit square. */
export const temperatures = named([{beta: 400}, {beta: 2000}, {beta: 10_000}]);
export type Tempered = (typeof temperatures)[number];
