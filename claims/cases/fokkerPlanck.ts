import type {Named} from "../ledger/named.js";
import {definite, type Rows} from "./matrices.js";
import {commutingPairs, type Pair, pairs} from "./pairs.js";

/** On L = ½θ², noise τΣ with Σ = s(1 + aθ²) and τ = η/B. */
export interface GrowingNoise {
  readonly name: string;
  readonly temperature: number;
  readonly strength: number;
  readonly growth: number;
}

export const growingNoises: readonly GrowingNoise[] = [
  {name: "Σ = 1 + θ²", temperature: 0.25, strength: 1, growth: 1},
  {name: "Σ = 2", temperature: 0.25, strength: 2, growth: 0}
];

/**
 * On L = ½Σhᵢuᵢ², uᵢ = eᵢᵀθ for the axes eᵢ, noise Σ = Σsᵢ(1 + aᵢuᵢ²)eᵢeᵢᵀ with τ = 1: no current at rest, and Σ
 * may depend on the place.
 */
export interface Balanced extends Named {
  readonly axes: Rows;
  readonly curvatures: readonly number[];
  readonly strengths: readonly number[];
  readonly growths: readonly number[];
}

/** The unit vectors, reflected at the plane across (1, 2, −1). */
const reflected: Rows = [
  [2 / 3, -2 / 3, 1 / 3],
  [-2 / 3, -1 / 3, 2 / 3],
  [1 / 3, 2 / 3, 2 / 3]
];
const inSpace = {axes: reflected, curvatures: [1, 0.5, 0.2], strengths: [0.3, 0.1, 0.4]};
export const balanced: readonly Balanced[] = [
  {name: "on the line", axes: [[1]], curvatures: [1], strengths: [0.25], growths: [1]},
  {name: "in space, constant", ...inSpace, growths: [0, 0, 0]},
  {name: "in space", ...inSpace, growths: [0.8, 1, 0.2]}
];

/** On L = ½θᵀHθ, noise τΣ with Σ = C + (θᵀAθ)B, and where its law starts. */
export interface SpreadingNoise {
  readonly name: string;
  readonly hessian: Rows;
  /** C. */
  readonly base: Rows;
  /** A. */
  readonly shape: Rows;
  /** B. */
  readonly push: Rows;
  readonly temperature: number;
  readonly start: readonly number[];
}

export const spreadingNoises: readonly SpreadingNoise[] = [
  {
    name: "on the line, Σ = 1 + θ²",
    hessian: [[1]],
    base: [[1]],
    shape: [[1]],
    push: [[1]],
    temperature: 0.25,
    start: [1]
  },
  {
    name: "in space",
    hessian: definite("spreading: hessian", 3),
    base: definite("spreading: base", 3),
    shape: definite("spreading: shape", 3),
    push: definite("spreading: push", 3),
    temperature: 0.1,
    start: [1, -0.5, 0.7]
  }
];

/** Where a law that starts at a point is read. */
export const readAt = [0.3, 0.6, 1] as const;

/** An Ornstein–Uhlenbeck law, dθ = −θ dt + dW from θ = 2, read at a time and at places. */
export const passing = {name: "from θ = 2", start: 2, time: 0.5, places: [0.4, 1, 1.8]} as const;
export type Passing = typeof passing;

/** Commuting and other noise, and isotropic noise of variance 0.7, with τ = 1. */
export const commuting = commutingPairs.slice(1);
const turned = pairs.slice(1);
export const isotropic: readonly Pair[] = pairs.map(({name, hessian, trace}) => ({
  name: `${name}, isotropic`,
  hessian,
  trace,
  noise: hessian.map((row, i) => row.map((_, j) => (i === j ? 0.7 : 0)))
}));

/** A law that starts away from the minimum under noise turned against the curvature, and when it is read. */
export interface Settling extends Pair {
  readonly start: readonly number[];
}
export const settling: readonly Settling[] = turned.map(pair => ({
  ...pair,
  start: pair.hessian.map((_, i) => (i % 2 === 0 ? 3 : -2))
}));
export const settlingTimes = [0.5, 1] as const;

/** L = ½θᵀHθ, p = exp(−½θᵀPθ), Σ = C(1 + a sin v·θ) in space, and where the curl is read. */
export interface Curl {
  readonly name: string;
  readonly hessian: Rows;
  readonly precision: Rows;
  readonly noise: Rows;
  readonly amplitude: number;
}
const common = {
  hessian: definite("curl: hessian", 3),
  precision: definite("curl: precision", 3),
  noise: definite("curl: noise", 3)
};
export const curls: readonly Curl[] = [
  {name: "constant Σ", ...common, amplitude: 0},
  {name: "Σ of the place", ...common, amplitude: 0.4}
];
export const wave = [0.7, -0.4, 1.1] as const;
export const point = [0.6, -0.5, 0.3] as const;
