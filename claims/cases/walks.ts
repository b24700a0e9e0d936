import type {Named} from "../ledger/claim.js";
import {definite, type Rows, table} from "./matrices.js";

/** w ← w − λ(K(w − w*) + η) with kicks η from a law on finitely many points, of mean 0. */
export interface Walk extends Named {
  readonly hessian: number[][];
  readonly rate: number;
  readonly points: Rows;
  readonly probabilities: readonly number[];
  readonly steps: number;
  /** The chance that a kick is the last one again, instead of a new one. */
  readonly memory?: number;
}

/** A law on d + 1 points that is nothing like normal. */
function skewed(d: number): Pick<Walk, "points" | "probabilities"> {
  const weights = Array.from({length: d + 1}, (_, i) => 1 / (1 + i));
  const total = weights.reduce((sum, x) => sum + x, 0);
  const probabilities = weights.map(x => x / total);
  const any = table(`kicks d = ${d}`, d + 1, d);
  const mean = any[0].map((_, j) => any.reduce((sum, x, i) => sum + probabilities[i] * x[j], 0));
  return {probabilities, points: any.map(x => x.map((v, j) => v - mean[j]))};
}

/** From the minimum, or from the first of the points where the minimum is the second. */
export const walks: readonly Walk[] = [1, 2, 3].map(d => {
  const hessian = definite(`walk ${d}`, d);
  const trace = hessian.reduce((sum, row, i) => sum + row[i], 0);
  const name = `d = ${d}, law on ${d + 1} points`;
  return {name, hessian, rate: 1.4 / trace, steps: 7, ...skewed(d)};
});

/** The same with kicks that repeat every other time. */
export const rememberingWalks: readonly Walk[] = walks.map(walk => ({
  ...walk,
  name: `${walk.name}, each kick kept with chance ½`,
  memory: 0.5
}));

/** A regression on rows x with residuals ± a deviation, in batches of two or more, and heavy ball on it. */
export interface RowRun extends Named {
  readonly inputs: Rows;
  readonly weights: readonly number[];
  readonly deviations: readonly number[];
  readonly batchSize: number;
  readonly learningRate: number;
  readonly momentum: number;
}

const inputs: Rows = [
  [1, 0.2],
  [-0.3, 1.1],
  [0.8, -0.9],
  [-0.5, -0.4]
];

/** Four rows in the plane, with deviations of their own. */
export const rowRuns: readonly RowRun[] = [
  {learningRate: 0.4, momentum: 0},
  {learningRate: 0.3, momentum: 0.5}
].map(run => ({
  ...run,
  name: `four rows, λ = ${run.learningRate}, µ = ${run.momentum}`,
  inputs,
  weights: [0.4, 0.3, 0.2, 0.1],
  deviations: [0.5, 1, 0.7, 1.4],
  batchSize: 2
}));

const nodes = [-Math.sqrt(3), 0, Math.sqrt(3)];
const chances = [1 / 6, 2 / 3, 1 / 6];

/** Inputs of covariance K = LLᵀ on the nodes of a rule that has the moments of normal ones up to the fifth. */
export const normalRows: readonly RowRun[] = [
  {learningRate: 0.2, momentum: 0},
  {learningRate: 0.15, momentum: 0.5}
].map(run => ({
  ...run,
  name: `normal inputs, λ = ${run.learningRate}, µ = ${run.momentum}`,
  inputs: nodes.flatMap(a => nodes.map(b => [a, 0.3 * a + Math.sqrt(0.31) * b])),
  weights: chances.flatMap(p => chances.map(q => p * q)),
  deviations: nodes.flatMap(() => nodes.map(() => Math.sqrt(0.7))),
  batchSize: 2
}));

/** A Hessian with a null space, of which `flat` is the projector. */
export interface NullRun extends Named {
  readonly hessian: number[][];
  readonly flat: number[][];
  readonly dimension: number;
  readonly variance: number;
  readonly rate: number;
  readonly steps: number;
}

/** A Hessian of rank one in the plane. */
export const nullRuns: readonly NullRun[] = [1, 7, 50].map(steps => ({
  name: `T = ${steps}`,
  hessian: [
    [1.3 * 0.36, 1.3 * 0.48],
    [1.3 * 0.48, 1.3 * 0.64]
  ],
  flat: [
    [0.64, -0.48],
    [-0.48, 0.36]
  ],
  dimension: 1,
  variance: 0.5,
  rate: 0.4,
  steps
}));
