import {grid} from "./named.js";

export const kicks = {
  curvature: 1.5,
  rate: 0.3,
  probability: 0.01,
  size: 4,
  /** δ/E of the normal case. */
  barriers: [1, 2, 5]
} as const;

/** What is asked of them: the chance of the rare kick, those beyond the barriers, and E. */
export const questions = [
  {name: "a rare kick", of: "chance"},
  {name: "normal kicks", of: "tails"},
  {name: "E of the rare kick", of: "mean"}
] as const;
export type Question = (typeof questions)[number];

/** One dimension, noise of variance 1; ρ where successive kicks are correlated. */
export const coloured = grid({steps: [1, 3, 6]}).map(each => ({
  ...each,
  curvature: 1.5,
  rate: 0.5,
  correlation: 0.5
}));
export type Coloured = (typeof coloured)[number];

/** The same, with given kicks. */
export const givenKicks = [
  {name: "w after four kicks", curvature: 1.5, rate: 0.5, kicks: [0.4, -1.1, 0.2, 0.9]}
];
export type GivenKicks = (typeof givenKicks)[number];

/** Where an inequality of the proof of Corollary 4 turns, at several t. */
export const turns = [
  {name: "largest x of (61), t = 1 and 4", equation: 61, steps: [1, 4]},
  {name: "smallest x of (60) ≤ 0, t = 1", equation: 60, steps: [1]}
];
export type Turn = (typeof turns)[number];

/** Figure 5: C = K = I. */
export const figureFive = grid({learningRate: [0.2, 1.85]});
export const figureFiveSteps = [1, 5, 20] as const;

/** k_a, |k_b|, ΔL, λ and S. */
export interface BarrierCase {
  readonly name: string;
  readonly well: number;
  readonly top: number;
  readonly height: number;
  readonly rate: number;
  readonly batch: number;
}

/** The same with l. */
export interface CoarseCase extends BarrierCase {
  readonly split: number;
}

/** Paths of Theorem 9 with a continuous slope: barriers of 28 temperatures and more. */
export const barriers: readonly BarrierCase[] = [
  {name: "k_a = 1, |k_b| = 1", well: 1, top: 1, height: 1, rate: 0.07, batch: 1},
  {name: "k_a = 1, |k_b| = 2", well: 1, top: 2, height: 1, rate: 0.05, batch: 1},
  {name: "k_a = 2, |k_b| = 1.2", well: 2, top: 1.2, height: 0.8, rate: 0.07, batch: 2}
];

/** The same at rates where the step is felt, and where the well holds less than all. */
export const coarseBarriers: readonly CoarseCase[] = [
  {name: "λk_a = 0.5", well: 1, top: 1, height: 1, rate: 0.5, batch: 2, split: 0.5},
  {name: "λk_a = 1.2", well: 2, top: 0.7, height: 0.4, rate: 0.6, batch: 3, split: 0.3},
  {name: "λk_a = 1.75", well: 0.5, top: 3, height: 1, rate: 3.5, batch: 8, split: 0.9}
];

/** All of them: λk_a to 1.99, the barrier in temperatures. */
export const coarseFamily = {
  ranges:
    "λk_a from 0.01 to 1.99, curvatures from 0.1 to 10, barriers of 1 to 40 of the higher temperature and to 600 of the lower, beyond which the rate is below float64, S = 1 … 100, l from 0 to 1",
  dimensions: [1, 1],
  build: (_: number, next: () => number): CoarseCase => {
    const step = 0.01 + 1.98 * next();
    const [well, top] = [0.1 * 100 ** next(), 0.1 * 100 ** next()];
    const rate = step / well;
    const batch = Math.round(100 ** next());
    const [low, high] = [Math.min(well, top), Math.max(well, top)];
    const height = (Math.min(40, (600 * low) / high) ** next() * rate * high) / (2 * batch);
    return {
      name: `λk_a = ${step.toPrecision(3)}, drawn`,
      well,
      top,
      height,
      rate,
      batch,
      split: next()
    };
  }
} as const;

/** The same with the noise of the well everywhere, and with another at the top. */
export const evenNoise: readonly CoarseCase[] = coarseBarriers.map(each => ({
  ...each,
  top: each.well
}));
export const unevenNoise = coarseBarriers.filter(({well, top}) => well !== top);

/** l and ΔL in temperatures of the well, r = 1, of paths on which (23) is followed as r grows. */
export interface GrowingPath {
  readonly name: string;
  readonly split: number;
  readonly height: number;
}
const growingPath = (split: number, height: number): GrowingPath => ({
  name: `l = ${Number(split.toPrecision(3))}, ${Number(height.toPrecision(3))} temperatures`,
  split,
  height
});
export const growingPaths = [1 / 3, 0.5, 0.7, 1].flatMap(split =>
  [0.5, 2, 6, 20].map(height => growingPath(split, height))
);
export const shrinkingPaths = [growingPath(0.2, 2)];

/** All of them with l ≥ ⅓. */
export const growingFamily = {
  ranges: "l from ⅓ to 1, barriers of 0.1 to 100 temperatures",
  dimensions: [1, 1],
  build: (_: number, next: () => number) =>
    growingPath(1 / 3 + (2 / 3) * next(), 0.1 * 10 ** (3 * next()))
} as const;

/** Factors r of L → rL. */
export const scalings = [1, 2, 4, 8] as const;

/** λk_a at r = 1. */
export const rescaledStep = 0.2;

/** Paths of two parabolas: |k_b|/k_a and the barrier in temperatures. */
export const rescaledPaths = [0.5, 1, 2].flatMap(ratio =>
  [4, 6, 10].map(height => ({
    name: `|k_b|/k_a = ${ratio}, ${height} temperatures`,
    ratio,
    height
  }))
);
export type RescaledPath = (typeof rescaledPaths)[number];

/** A walk on 0 … n − 1 that starts at 0 and leaves at n; up with p, down with q, otherwise it stays. */
export const walks = [
  {name: "n = 1", sites: 1, up: 0.1, down: 0},
  {name: "n = 3", sites: 3, up: 0.3, down: 0.2},
  {name: "n = 5", sites: 5, up: 0.2, down: 0.35}
];
export type WalkCase = (typeof walks)[number];

/** Around a top with noise of variance C = |k_b|/S: starts in units of √(λ/S). */
export const tops = [0.5, 1, 1.6].map(rate => ({
  name: `λ|k_b| = ${rate}`,
  rate,
  curvature: 1,
  starts: [0.3, 0.6, 1]
}));
export type Top = (typeof tops)[number];

/** A small task for a network of four units: Figure 7's question. */
export const training = {
  name: "δ(η)/δ(½η)",
  hidden: 4,
  time: 8,
  rate: 0.004,
  inputs: [-1.7, -0.6, 0.2, 0.9, 1.8],
  targets: [0.3, -0.9, 0.5, 1.1, -0.4],
  testInputs: [-1.2, -0.1, 0.5, 1.4],
  testTargets: [-0.7, -0.2, 0.8, 0.3]
} as const;
export type Training = typeof training;
