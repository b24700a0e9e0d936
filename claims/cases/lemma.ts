import type {Named} from "../ledger/claim.js";
import {definite, type Rows} from "./matrices.js";
import {named} from "./named.js";

/** Problems of Fisher, section 9 and appendix A: plain data. */

/** A martingale whose increments are at most R, and pairs of λ and v at which its tail is looked at. */
export interface Tails extends Named {
  readonly steps: number;
  readonly range: number;
  readonly levels: readonly (readonly [number, number])[];
  /** Of a rare label that is centred and summed; else a fair walk of steps 1 after a step up, ½ after one down. */
  readonly probability?: number;
}

const probability = 0.05;

export const tails: readonly Tails[] = [
  ...[20, 200].map(steps => ({
    name: `T = ${steps}`,
    steps,
    range: 1 - probability,
    levels: [2, 4, 8, 14].map(x => [x, steps * probability * (1 - probability)] as const),
    probability
  })),
  {
    name: "variance that depends on the past",
    steps: 24,
    range: 1,
    levels: [
      [5, 12],
      [8, 14],
      [12, 20]
    ]
  }
];

/** v, R and δ. */
export const martingales = named([
  {variance: 1, range: 1, delta: 0.05},
  {variance: 0.1, range: 2, delta: 1e-3},
  {variance: 40, range: 0.3, delta: 1e-6},
  {variance: 1e-6, range: 1, delta: 0.01}
]);
export type Martingale = (typeof martingales)[number];

/** F⋆ and F(θ): equal, alike by the monitor, alike in every direction. */
const metrics = {
  round: [
    [1.3, 0.2],
    [0.2, 1.1]
  ],
  stretched: [
    [1, 0],
    [0, 0.01]
  ],
  change: [
    [0.004, 0.002],
    [0.002, 0.012]
  ],
  larger: definite("larger metric", 3)
} as const;

/** A frozen metric F⋆, and F(θ) beside it. */
export interface Drift extends Named {
  readonly frozen: Rows;
  readonly change: Rows;
  /** F(θ) = F⋆ and the change. */
  readonly metric: Rows;
}

export const drift = (name: string, frozen: Rows, change: Rows): Drift => ({
  name,
  frozen,
  change,
  metric: frozen.map((row, i) => row.map((x, j) => x + change[i][j]))
});

const stretched = drift("stretched", metrics.stretched, metrics.change);

export const drifts: readonly Drift[] = [
  drift("round", metrics.round, metrics.change),
  stretched,
  drift("d = 3", metrics.larger, definite("metric change", 3))
];

/** The same change of a multiple of the identity, and of a stretched metric. */
export const evenDrift: readonly Drift[] = [
  drift(
    "F⋆ ∝ I",
    [
      [1.2, 0],
      [0, 1.2]
    ],
    metrics.change
  )
];
export const unevenDrift: readonly Drift[] = [stretched];

/** τλmax = c, h, and batch sizes with ηλmax = cb below and beyond 2. */
export const heated: Readonly<Record<"curvatures" | "small" | "large", readonly number[]>> & {
  readonly share: number;
} = {share: 0.1, curvatures: [2, 0.5], small: [1, 4], large: [10, 18]};

/** F = H with one great eigenvalue, two that matter, and a rate. */
export const concentrated = {
  round: [5, 5, 0.001, 0.001],
  uneven: [5, 0.5, 0.001, 0.001],
  learningRate: 0.02,
  steps: 30
} as const;
