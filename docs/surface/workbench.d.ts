import { Matrix } from 'ml-matrix';

export interface BlockNumbers extends NoiseNumbers {
    // (undocumented)
    readonly name: string;
}

// @public
export interface BudgetNumbers {
    // (undocumented)
    readonly averaged: BudgetOptimum;
    readonly averagedRisk: readonly (readonly number[])[];
    // (undocumented)
    readonly batchSizes: readonly number[];
    // (undocumented)
    readonly calls: number;
    // (undocumented)
    readonly last: BudgetOptimum;
    readonly lastRisk: readonly (readonly number[])[];
    // (undocumented)
    readonly learningRates: readonly number[];
}

// @public
export interface BudgetOptimum {
    // (undocumented)
    readonly batchSize: number;
    // (undocumented)
    readonly learningRate: Measure;
    readonly region: {
        readonly learningRate: readonly [number, number];
        readonly batchSize: readonly [number, number];
    };
    // (undocumented)
    readonly risk: Measure;
}

// @public
export interface BudgetQuestion {
    readonly calls: number;
    readonly start: number | ArrayLike<number>;
}

// @public
export interface CovarianceError extends Measure {
    readonly gaussian: number | null;
    readonly rowsNeeded: number | null;
    readonly splitHalves: number | null;
}

// @public
export interface Finding {
    // (undocumented)
    readonly code: string;
    // (undocumented)
    readonly message: string;
    readonly rows?: readonly number[];
    // (undocumented)
    readonly severity: "error" | "warning" | "note";
}

// @public
export interface FlatMatrix {
    // (undocumented)
    readonly columns: number;
    readonly data: ArrayLike<number>;
    // (undocumented)
    readonly rows: number;
}

// @public
export interface FloorCheck {
    readonly left: number;
    // (undocumented)
    readonly measured: number;
    // (undocumented)
    readonly predicted: number;
    // (undocumented)
    readonly runs: number;
    // (undocumented)
    readonly standardError: number;
    // (undocumented)
    readonly steps: number;
    // (undocumented)
    readonly z: number;
}

// @public
export interface GradientBlock {
    // (undocumented)
    readonly from: number;
    // (undocumented)
    readonly name: string;
    // (undocumented)
    readonly to: number;
}

// @public
export interface GradientFile {
    readonly blocks: readonly GradientBlock[];
    readonly columns: number;
    // (undocumented)
    readonly data: Float64Array;
    readonly dtype: string;
    readonly format: string;
    readonly groups?: ArrayLike<number | string>;
    readonly names?: readonly string[];
    readonly rows: number;
}

// @public
export interface GradientTable {
    readonly blocks?: readonly GradientBlock[];
    readonly columns: number;
    readonly data: ArrayLike<number>;
    readonly groups?: ArrayLike<number | string>;
    readonly rows: number;
}

// @public
export interface HessianNumbers {
    readonly alignment: Measure;
    readonly commutator: Measure;
    readonly fisherStrongConvexity: Measure;
    readonly noiseScale: Measure;
}

// @public
export type MatrixLike = Matrix | FlatMatrix | readonly ArrayLike<number>[];

// @public
export interface Measure {
    readonly bias?: number;
    // (undocumented)
    readonly high: number | null;
    readonly low: number | null;
    readonly reason?: string;
    // (undocumented)
    readonly standardError: number | null;
    // (undocumented)
    readonly value: number | null;
}

// @public
export interface NoiseNumbers {
    readonly conditionNumber: Measure;
    readonly covarianceError: CovarianceError;
    readonly effectiveDimension: Measure;
    readonly largestEigenvalue: Measure;
    readonly meanNormSquared: Measure;
    readonly noiseScale: Measure;
    // (undocumented)
    readonly parameters: number;
    readonly participationRatio: Measure;
    // (undocumented)
    readonly samples: number;
    // (undocumented)
    readonly spectrum: Spectrum;
    readonly trace: Measure;
}

// @public
export interface NoiseQuestion {
    readonly budget?: BudgetQuestion;
    readonly datasetSize?: number;
    readonly hessian?: MatrixLike | ArrayLike<number>;
    readonly level?: number;
    readonly population: "sample" | "whole";
    readonly rows: "per-sample" | {
        readonly meanOf: number;
        readonly drawn?: "with" | "without" | "epoch";
    };
    readonly run?: RunQuestion;
}

// @public
export interface NoiseReport extends NoiseNumbers {
    // (undocumented)
    readonly blocks: readonly BlockNumbers[];
    // (undocumented)
    readonly budget?: BudgetNumbers;
    // (undocumented)
    readonly findings: readonly Finding[];
    // (undocumented)
    readonly hessian?: HessianNumbers;
    readonly sentence: string;
    // (undocumented)
    readonly stationary?: StationaryNumbers;
}

// @public
export function noiseReport(table: GradientTable, question: NoiseQuestion): NoiseReport;

// @public
export function readGradients(bytes: Uint8Array, options?: {
    name?: string;
}): Promise<GradientFile>;

// @public
export interface RunQuestion {
    readonly batchSize: number;
    readonly learningRate: number;
    readonly momentum?: number;
    readonly replacement?: boolean;
}

// @public
export interface Spectrum {
    // (undocumented)
    readonly high: readonly number[];
    // (undocumented)
    readonly low: readonly number[];
    // (undocumented)
    readonly values: readonly number[];
}

// @public
export interface StationaryNumbers {
    readonly check?: FloorCheck;
    readonly continuousFloor: Measure;
    readonly floor: Measure;
    readonly limit: Measure;
    readonly traceCovariance: Measure;
}

// (No @packageDocumentation comment for this package)

