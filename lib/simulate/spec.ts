/**
 * A matrix C that turns independent normals z into noise n = C z, with C Cᵀ its covariance.
 * `diagonal`: its d diagonal entries. `lower`: d×d, lower triangular (a Cholesky factor).
 * `dense`: d×r, any rank r ≥ 1 (a full root, or a low-rank factor).
 * C z is formed in float32 (relative error 1e-7 of ‖C‖) unless C is diagonal.
 */
export type NoiseFactor =
  | {readonly diagonal: readonly number[]}
  | {readonly lower: readonly (readonly number[])[]}
  | {readonly dense: readonly (readonly number[])[]};

/** η constant; η₀, η₁, … one per step; or ηₜ = scale/(t + offset), t = 0, 1, … */
export type LearningRate =
  | number
  | readonly number[]
  | {readonly scale: number; readonly offset: number};

/** What to run for how long, and what to keep; θ is the state. */
export interface CellBase {
  /** What distinguishes this cell from the others; names it in messages, results and streams. */
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly learningRate: LearningRate;
  /** µ ∈ [0, 1), default 0: m ← µ m + g, θ ← θ − η m, undamped. */
  readonly momentum?: number;
  /** How many steps to take. */
  readonly steps: number;
  /** Where every replicate starts; default 0. */
  readonly initial?: readonly number[];
  /** The steps after which the state is recorded, ascending, in [1, steps]; default [steps]. */
  readonly snapshots?: readonly number[];
  /** How many steps pass before time averages begin; default 0. */
  readonly burnIn?: number;
  /**
   * Which time averages over the steps after `burnIn` to take: `none` (default), `first` (θ),
   * `diagonal` (θ and θᵢ²) or `full` (θ and θᵢθⱼ, i ≤ j).
   */
  readonly moments?: "none" | "first" | "diagonal" | "full";
  /** Vectors u of d entries: time averages of (uᵀθ)ᵖ, p = 1…4, are taken along each. */
  readonly directions?: readonly (readonly number[])[];
  /**
   * Record the running average of θ (Polyak–Ruppert) at every snapshot as well: the mean over the
   * steps after `burnIn` up to the snapshot, which must come later. Wants `moments` ≠ none.
   */
  readonly iterateAverages?: boolean;
  /** Also accept rates outside the stability region, and states that overflow; default false. */
  readonly allowDivergence?: boolean;
}

/**
 * A linear recursion with Gaussian noise, in the eigenbasis of H; z ~ N(0, I) afresh at each step.
 *
 *     form "sgd":            g = h∘θ + (1/√b) C z,  θ ← θ − η p∘g
 *       with momentum:       m ← µ m + g,  θ ← θ − η p∘m
 *       with nu (QHM):       m ← µ m + (1−µ) g,  θ ← θ − η p∘((1−ν) g + ν m)
 *     form "eulerMaruyama":  θ ← θ − η Δt h∘θ + √(2 η Δt/b) C z
 */
export interface LinearCell extends CellBase {
  readonly kind?: "linear";
  /** `sgd` (the default) or `eulerMaruyama`. */
  readonly form?: "sgd" | "eulerMaruyama";
  /** The eigenvalues h of H, d of them. */
  readonly hessianEigenvalues: readonly number[];
  /** C, with C Cᵀ = G the noise covariance per sample in the eigenbasis of H. */
  readonly noiseFactor: NoiseFactor;
  /** b, by which the noise covariance is divided; default 1. */
  readonly batchSize?: number;
  /** ν of quasi-hyperbolic momentum, whose buffer is damped; absent: heavy ball, undamped. */
  readonly nu?: number;
  /** p, diagonal in the eigenbasis of H, one positive entry per coordinate; default 1. */
  readonly preconditioner?: readonly number[];
  /** Δt of the Euler–Maruyama form; default 1. */
  readonly timeStep?: number;
}

/** Samples drawn afresh at each step: x = C z, y = labelDeviation · z′ (the true parameter is 0). */
export interface FreshData {
  readonly inputFactor: NoiseFactor;
  readonly labelDeviation: number;
}

/** A data set of n rows, and whether a batch may hold a row twice. */
export interface FixedData {
  readonly inputs: readonly (readonly number[])[];
  readonly labels: readonly number[];
  readonly replacement: boolean;
}

/**
 * Mini-batch gradient descent on ½ (wᵀx − y)² as it is: its noise depends on the state θ = w.
 *
 *     g = (1/b) Σ_batch x (wᵀx − y),  m ← µ m + g,  w ← w − η m
 */
export interface RegressionCell extends CellBase {
  readonly kind: "regression";
  readonly data: FreshData | FixedData;
  /** b, an integer. */
  readonly batchSize: number;
}

export type Cell = LinearCell | RegressionCell;

/** A grid of cells, each run for `replicates` independent replicates. */
export interface SweepSpec<C extends Cell = LinearCell> {
  /** Takes part in the address of every random stream. */
  readonly experiment: string;
  readonly seed: number;
  readonly replicates: number;
  readonly cells: readonly C[];
}

/** A cell's name: its parameters as `key=value`, keys in ascending order. */
export function cellName(cell: Pick<CellBase, "parameters">): string {
  return Object.keys(cell.parameters)
    .sort()
    .map(key => `${key}=${cell.parameters[key]}`)
    .join(", ");
}

/** d, the number of coordinates of a cell's state. */
export function cellDimension(cell: Cell): number {
  if (cell.kind !== "regression") return cell.hessianEigenvalues.length;
  const {data} = cell;
  return "inputs" in data ? (data.inputs[0]?.length ?? 0) : factorRows(data.inputFactor).length;
}

/** The rows of a factor; a diagonal one yields one entry per row. */
export function factorRows(factor: NoiseFactor): readonly (readonly number[])[] {
  if ("diagonal" in factor) return factor.diagonal.map(x => [x]);
  return "lower" in factor ? factor.lower : factor.dense;
}
