/**
 * A matrix C that turns independent normals z into noise n = C z, in the eigenbasis of H, with
 * C Cᵀ = G the noise covariance per sample, before division by the batch size.
 * `diagonal`: its d diagonal entries. `lower`: d×d, lower triangular (a Cholesky factor).
 * `dense`: d×r, any rank r ≥ 1 (a full root, or a low-rank factor).
 */
export type NoiseFactor =
  | {readonly diagonal: readonly number[]}
  | {readonly lower: readonly (readonly number[])[]}
  | {readonly dense: readonly (readonly number[])[]};

/**
 * A linear recursion with Gaussian noise, in the eigenbasis of H; z ~ N(0, I) afresh at each step.
 *
 *     form "sgd":            θ ← θ − η h∘θ + (η/√b) C z
 *     form "eulerMaruyama":  θ ← θ − η Δt h∘θ + √(2 η Δt/b) C z
 */
export interface LinearCell {
  /** What distinguishes this cell from the others; names it in messages, results and streams. */
  readonly parameters: Readonly<Record<string, number | string>>;
  /** `sgd` (the default) or `eulerMaruyama`. */
  readonly form?: "sgd" | "eulerMaruyama";
  /** The eigenvalues h of H, d of them. */
  readonly hessianEigenvalues: readonly number[];
  readonly noiseFactor: NoiseFactor;
  /** b, by which the noise covariance is divided; default 1. */
  readonly batchSize?: number;
  /** η. */
  readonly learningRate: number;
  /** Δt of the Euler–Maruyama form; default 1. */
  readonly timeStep?: number;
  /** How many steps to take. */
  readonly steps: number;
  /** Where every replicate starts; default 0. */
  readonly initial?: readonly number[];
  /** The steps after which the state is recorded, ascending, in [1, steps]; default [steps]. */
  readonly snapshots?: readonly number[];
  /** How many steps pass before moments accumulate; default 0. */
  readonly burnIn?: number;
  /**
   * Which time averages over the steps after `burnIn` to take: `none` (default), `first` (θ),
   * `diagonal` (θ and θᵢ²) or `full` (θ and θᵢθⱼ, i ≤ j).
   */
  readonly moments?: "none" | "first" | "diagonal" | "full";
  /** Also accept rates outside the stability region, and states that overflow; default false. */
  readonly allowDivergence?: boolean;
}

/** A grid of cells, each run for `replicates` independent replicates. */
export interface SweepSpec {
  /** Takes part in the address of every random stream. */
  readonly experiment: string;
  readonly seed: number;
  readonly replicates: number;
  readonly cells: readonly LinearCell[];
}

/** A cell's name: its parameters as `key=value`, keys in ascending order. */
export function cellName(cell: {readonly parameters: LinearCell["parameters"]}): string {
  return Object.keys(cell.parameters)
    .sort()
    .map(key => `${key}=${cell.parameters[key]}`)
    .join(", ");
}
