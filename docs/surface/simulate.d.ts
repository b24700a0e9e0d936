// @public
export interface Block {
    // (undocumented)
    readonly cell: number;
    // (undocumented)
    readonly from: number;
    // (undocumented)
    readonly to: number;
}

// @public
export interface BlockResult extends Block {
    // (undocumented)
    readonly values: Float64Array;
}

export type Cell = LinearCell | RegressionCell;

// @public
export interface CellBase {
    readonly allowDivergence?: boolean;
    readonly burnIn?: number;
    readonly directions?: readonly (readonly number[])[];
    readonly initial?: readonly number[];
    readonly iterateAverages?: boolean;
    // (undocumented)
    readonly learningRate: LearningRate;
    readonly moments?: "none" | "first" | "diagonal" | "full";
    readonly momentum?: number;
    readonly parameters: Readonly<Record<string, number | string>>;
    readonly snapshots?: readonly number[];
    readonly steps: number;
}

// @public
export interface CellResult {
    // (undocumented)
    readonly layout: Layout;
    // (undocumented)
    readonly replicates: number;
    // (undocumented)
    readonly values: Float64Array;
}

// @public
export function createKernel(): Promise<Kernel>;

// @public
export function directionalMomentOf(result: CellResult, k: number, p: number): Float64Array;

// @public
export class DivergenceError extends Error {
    constructor(cell: string, replicate: number, step: number);
    // (undocumented)
    readonly cell: string;
    // (undocumented)
    name: string;
    // (undocumented)
    readonly replicate: number;
    // (undocumented)
    readonly step: number;
}

export interface EngineOptions<Result = unknown> {
    readonly finished?: ReadonlyMap<number, Result>;
    readonly onResult?: (index: number, result: Result) => void;
    // (undocumented)
    readonly progress?: Progress;
    // (undocumented)
    readonly signal?: AbortSignal;
}

// @public
export interface Estimate {
    // (undocumented)
    readonly mean: number;
    // (undocumented)
    readonly replicates: number;
    readonly standardError: number;
}

// @public
export function estimate(values: ArrayLike<number>): Estimate;

// @public
export function execute(spec: SweepSpec<Cell>, input?: ExecuteOptions): Promise<CellResult[]>;

export interface ExecuteOptions extends EngineOptions<BlockResult> {
    readonly blockSize?: number;
}

// @public
export interface FixedData {
    // (undocumented)
    readonly inputs: readonly (readonly number[])[];
    // (undocumented)
    readonly labels: readonly number[];
    // (undocumented)
    readonly replacement: boolean;
}

// @public
export interface FreshData {
    // (undocumented)
    readonly inputFactor: NoiseFactor;
    // (undocumented)
    readonly labelDeviation: number;
}

// @public
export function iterateAverageOf(result: CellResult, i: number, snapshot?: number): Float64Array;

// @public
export interface Kernel extends KernelExports {
    allocate(bytes: number): number;
    reset(): void;
}

// @public
export interface KernelExports {
    // (undocumented)
    advance(state: number, decay: number, gain: number, noise: number, stride: number, path: number, pathStride: number, dimension: number, steps: number): void;
    // (undocumented)
    advanceMomentum(state: number, momentum: number, hessian: number, gain: number, preconditioner: number, noise: number, stride: number, path: number, pathStride: number, dimension: number, steps: number, rates: number, rateStride: number, mu: number, kappa: number, alpha: number, beta: number): void;
    // (undocumented)
    advanceScheduled(state: number, hessian: number, gain: number, noise: number, stride: number, path: number, pathStride: number, dimension: number, steps: number, rates: number, gains: number): void;
    // (undocumented)
    heapBase(): number;
    // (undocumented)
    memory: WebAssembly.Memory;
    // (undocumented)
    normals(state: number, out: number, pairs: number): void;
    // (undocumented)
    regressFixed(stream: number, state: number, momentum: number, gradient: number, data: number, count: number, order: number, batch: number, path: number, pathStride: number, dimension: number, steps: number, rates: number, rateStride: number, mu: number): void;
    // (undocumented)
    regressFresh(state: number, momentum: number, gradient: number, gain: number, samples: number, batch: number, path: number, pathStride: number, dimension: number, steps: number, rates: number, rateStride: number, mu: number): void;
    // (undocumented)
    shape(factor: number, z: number, out: number, dimension: number, rank: number, steps: number, lower: number): void;
    // (undocumented)
    sumDiagonal(path: number, stride: number, dimension: number, steps: number, sums: number, squares: number): void;
    // (undocumented)
    sumFirst(path: number, stride: number, dimension: number, steps: number, sums: number): void;
    // (undocumented)
    sumPlane(path: number, stride: number, steps: number, sums: number): void;
    // (undocumented)
    sumPowers(path: number, stride: number, dimension: number, steps: number, direction: number, sums: number): void;
    // (undocumented)
    sumProducts(path: number, stride: number, dimension: number, steps: number, sums: number): void;
}

// @public
export interface Layout {
    // (undocumented)
    readonly dimension: number;
    readonly directional: number;
    // (undocumented)
    readonly directions: number;
    readonly first: number;
    readonly iterateAverages: number;
    readonly pairs: readonly (readonly [number, number])[];
    readonly second: number;
    readonly snapshots: readonly number[];
    readonly states: number;
    // (undocumented)
    readonly width: number;
}

// @public
export type LearningRate = number | readonly number[] | {
    readonly scale: number;
    readonly offset: number;
};

// @public
export interface LinearCell extends CellBase {
    readonly batchSize?: number;
    readonly form?: "sgd" | "eulerMaruyama";
    readonly hessianEigenvalues: readonly number[];
    // (undocumented)
    readonly kind?: "linear";
    readonly noiseFactor: NoiseFactor;
    readonly nu?: number;
    readonly preconditioner?: readonly number[];
    readonly timeStep?: number;
}

// @public
export interface LiveCell {
    readonly first: Float64Array;
    readonly second: Float64Array;
    readonly states: Float64Array;
    readonly step: number;
}

export interface LiveRun {
    advance(steps: number): LiveCell[];
    readonly finished: boolean;
}

// @public
export function liveRun(kernel: Kernel, spec: SweepSpec<Cell>): LiveRun;

// @public
export type NoiseFactor = {
    readonly diagonal: readonly number[];
} | {
    readonly lower: readonly (readonly number[])[];
} | {
    readonly dense: readonly (readonly number[])[];
};

// @public
export interface Progress {
    // (undocumented)
    advance(index: number): void;
    // (undocumented)
    end(): void;
    start(costs: readonly number[], finished: readonly number[]): void;
}

// @public
export interface RegressionCell extends CellBase {
    readonly batchSize: number;
    // (undocumented)
    readonly data: FreshData | FixedData;
    // (undocumented)
    readonly kind: "regression";
}

// @public
export function secondMoment(result: CellResult, i: number, j: number, snapshot?: number): Estimate;

// @public
export function stateOf(result: CellResult, i: number, snapshot?: number): Float64Array;

// @public
export interface SweepSpec<C extends Cell = LinearCell> {
    // (undocumented)
    readonly cells: readonly C[];
    readonly experiment: string;
    // (undocumented)
    readonly replicates: number;
    // (undocumented)
    readonly seed: number;
}

// @public
export function timeAverageOf(result: CellResult, i: number): Float64Array;

// @public
export function timeSecondMoment(result: CellResult, i: number, j: number): Estimate;

// @public
export function timeSecondMomentOf(result: CellResult, i: number, j: number): Float64Array;

// @public
export function weightedSquaresOf(result: CellResult, weights: readonly number[], snapshot?: number): Float64Array;

// (No @packageDocumentation comment for this package)

