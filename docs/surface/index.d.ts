import { Matrix } from 'ml-matrix';

// @public
export function adamCovariance(options: {
    learningRate: number;
    noiseRatio: number;
    dimension: number;
}): Matrix;

// @public
export function adamVariance(options: {
    learningRate: number;
    noiseRatio: number;
}): number;

// @public
export function alignment(G: MatrixLike, H: MatrixLike): number;

// @public
export const approximationError: typeof excessLoss;

export interface AveragedIterate {
    // (undocumented)
    readonly covariance: Matrix;
    // (undocumented)
    readonly mean: number[];
}

// @public
export function averagedIterate(options: AveragedIterateOptions & NoiseArgument): AveragedIterate;

export interface AveragedIterateOptions extends Curvature {
    readonly burnIn?: number;
    readonly initial?: readonly number[];
    readonly learningRate: number;
    readonly steps: number;
}

export interface BayesianArguments {
    batchSize: number;
    datasetSize: number;
    eigenvalues: ArrayLike<number>;
}

// @public
export function bestBatchSize(options: QuadraticRun & {
    readonly calls: number;
    readonly tolerance?: number;
}): BestRun;

// @public
export function bestLearningRate(options: QuadraticRun & {
    readonly steps: number;
    readonly batchSize?: number;
}): BestRate;

// @public
export interface BestRate {
    readonly learningRate: number;
    readonly risk: number;
}

// @public
export interface BestRun extends BestRate {
    // (undocumented)
    readonly batchSize: number;
    readonly steps: number;
}

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
export function conditionNumber(F: MatrixLike): number;

// @public
export interface ConstantMomentum extends ConstantRate {
    readonly momentum?: number;
}

// @public
export interface ConstantRate {
    readonly hessian: MatrixLike;
    readonly learningRate: number;
}

// @public
export function continuousEscapeEfficiency(options: LinearRun & {
    steps: number;
}): number;

// @public
export const continuousLyapunov: (A: MatrixLike, Q: MatrixLike) => Matrix;

// @public
export function continuousLyapunovCondition(A: MatrixLike): number;

// @public
export interface CovarianceError extends Measure {
    readonly gaussian: number | null;
    readonly rowsNeeded: number | null;
    readonly splitHalves: number | null;
}

// @public
export function covarianceError(gradients: MatrixLike): number;

// @public
export interface Curvature {
    readonly curvatures?: readonly number[];
    readonly hessian?: MatrixLike;
}

// @public
export function dampedNewtonCovariance(options: MomentumRun): Matrix;

// @public
export const discreteLyapunov: (A: MatrixLike, Q: MatrixLike) => Matrix;

// @public
export function discreteLyapunovCondition(A: MatrixLike): number;

// @public
export function effectiveDimension(F: MatrixLike): number;

// @public
export function escapeEfficiency(options: LinearRun & {
    steps: number;
}): number;

// @public
export function excessLoss(options: MomentumRun): number;

// @public
export function fewestCalls(options: QuadraticRun & {
    readonly risk: number;
    readonly batchSize?: number;
}): BestRun & {
    readonly calls: number;
};

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
export function finitePopulationCovariance(gradients: MatrixLike, batchSize: number, options?: {
    replacement?: boolean;
}): Matrix;

// @public
export const fisherConditionNumber: typeof conditionNumber;

// @public
export function fisherStrongConvexity(H: MatrixLike, F: MatrixLike): number;

// @public
export function fixedAdamCovariance(options: FixedMoments & {
    readonly beta1?: number;
} & NoiseArgument): Matrix;

// @public
export interface FixedMoments {
    readonly epsilon?: number;
    readonly hessian: MatrixLike;
    readonly learningRate: number;
    readonly secondMoments: ArrayLike<number>;
}

// @public
export function fixedRmspropCovariance(options: FixedMoments & {
    readonly momentum?: number;
} & NoiseArgument): Matrix;

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
export function godambeInformation(H: MatrixLike, G: MatrixLike): Matrix;

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
export function gradientCovariance(gradients: MatrixLike): Matrix;

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
export function gradientNoiseScale(gradients: MatrixLike, options?: {
    hessian?: MatrixLike;
}): number;

// @public
export interface GradientTable {
    readonly blocks?: readonly GradientBlock[];
    readonly columns: number;
    readonly data: ArrayLike<number>;
    readonly groups?: ArrayLike<number | string>;
    readonly rows: number;
}

// @public
export function gradientVariances(gradients: MatrixLike): number[];

// @public
export interface HessianNumbers {
    readonly alignment: Measure;
    readonly commutator: Measure;
    readonly fisherStrongConvexity: Measure;
    readonly noiseScale: Measure;
}

export interface IdentifiableProjection {
    basis: Matrix;
    projection: Matrix;
    rank: number;
}

// @public
export function identifiableProjection(H: MatrixLike, options?: ProjectionOptions): IdentifiableProjection;

// @public
export function iterateCovariance(options: IterateCovarianceOptions & NoiseArgument): Matrix[];

export interface IterateCovarianceOptions extends Curvature {
    readonly learningRate: number | ((t: number) => number);
    readonly steps: readonly number[];
}

// @public
export interface Jackknife {
    readonly bias: number;
    readonly deletions: number;
    readonly standardError: number;
    readonly value: number;
}

// @public
export function jackknife(gradients: MatrixLike, statistic: (rows: Matrix) => number, options?: JackknifeOptions): Jackknife;

export interface JackknifeOptions {
    readonly deleteGroups?: number;
    readonly groups?: ArrayLike<number | string>;
}

export interface KramersArguments {
    barrier: number;
    batchSize: number;
    curvatureBarrier: number;
    curvatureMin: number;
    learningRate: number;
    per?: "flow time" | "update";
    split: number;
}

// @public
export function kramersRate(options: KramersArguments): number;

// @public
export interface KramersValidity {
    readonly asymptotic: boolean;
    readonly topTemperatures: number;
    readonly wellTemperatures: number;
}

// @public
export function kramersValidity(options: KramersArguments): KramersValidity;

// @public
export function laggedCovariance(options: LinearOptimiser & NoiseArgument & {
    readonly lags: number;
}): Matrix[];

// @public
export interface LeadingCovariance {
    // (undocumented)
    mean: number[];
    // (undocumented)
    samples: number;
    trace: number;
    values: number[];
    vectors: Matrix;
}

// @public
export interface LinearOptimiser {
    readonly hessian: MatrixLike;
    readonly learningRate?: number;
    readonly momentum?: number;
    readonly nu?: number;
    readonly preconditioner?: MatrixLike;
}

// @public
export function linearRegressionCovariance(options: {
    inputCovariance: MatrixLike;
    labelVariance: number;
    batchSize: number;
    learningRate: number;
}): Matrix;

// @public
export type LinearRun = ConstantRate & NoiseArgument;

// @public
export function logKramersRate(options: KramersArguments): number;

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
export function momentumCovariance(options: MomentumRun): Matrix;

// @public
export type MomentumRun = ConstantMomentum & NoiseArgument;

// @public
export interface MovingCovariance {
    // (undocumented)
    add(gradient: ArrayLike<number>): void;
    covariance(): Matrix;
    effectiveSamples(): number;
    mean(): number[];
}

// @public
export function movingCovariance(options: {
    dimension: number;
    alpha: number;
}): MovingCovariance;

export interface NaturalGradient {
    // (undocumented)
    hessian: MatrixLike;
    // (undocumented)
    learningRate: number;
    // (undocumented)
    momentum?: number;
}

// @public
export function naturalGradientCovariance(options: NaturalGradient & (NoiseArgument | {
    noiseRatio: number;
})): Matrix;

// @public
export type NoiseArgument = UpdateNoise | SampledNoise;

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
export class NoSolutionError extends RangeError {
    // (undocumented)
    name: string;
}

// @public
export function onRange<Options extends {
    readonly hessian: MatrixLike;
}, Law extends Matrix | number>(law: (options: Options) => Law, options: Options, projection?: ProjectionOptions): Law;

// @public
export function optimalBayesianLearningRate(options: BayesianArguments): number;

// @public
export function ouCovariance(options: LinearRun): Matrix;

// @public
export function polyakRuppertCovariance(options: {
    hessian: MatrixLike;
} & NoiseArgument): Matrix;

// @public
export interface Preconditioned {
    hessian: MatrixLike;
    momentum?: number;
    preconditioner: MatrixLike;
}

// @public
export function preconditionedCovariance(options: Preconditioned & NoiseArgument): Matrix;

export interface ProjectionOptions {
    positive?: boolean;
    tolerance?: number;
}

// @public
export function psdProjection(S: MatrixLike): Matrix;

// @public
export function qhmCovariance(options: MomentumRun & {
    nu?: number;
}): Matrix;

// @public
export interface QuadraticRun {
    readonly hessian: MatrixLike;
    readonly initial: ArrayLike<number>;
    readonly metric?: MatrixLike;
    readonly sampleNoise: MatrixLike;
}

// @public
export function readGradients(bytes: Uint8Array, options?: {
    name?: string;
}): Promise<GradientFile>;

// @public
export function regressionSandwich(options: RegressionSandwichOptions): Matrix;

export interface RegressionSandwichOptions {
    readonly design: MatrixLike;
    readonly kind: SandwichKind;
    readonly residuals: ArrayLike<number>;
    readonly weights?: ArrayLike<number>;
}

// @public
export function robbinsMonroCovariance(options: {
    hessian: MatrixLike;
    eta0: number;
} & NoiseArgument): Matrix;

// @public
export interface RunQuestion {
    readonly batchSize: number;
    readonly learningRate: number;
    readonly momentum?: number;
    readonly replacement?: boolean;
}

// @public
export interface SampledNoise {
    readonly batchSize: number;
    readonly datasetSize?: number;
    readonly replacement?: boolean;
    readonly sampleNoise: MatrixLike;
}

// @public
export function sandwichCovariance(H: MatrixLike, G: MatrixLike): Matrix;

// @public
export type SandwichKind = "HC0" | "HC1" | "HC2" | "HC3";

// @public
export function sgdCovariance(options: LinearRun): Matrix;

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
export const spectrum: (S: MatrixLike) => Float64Array;

// @public
export function stabilityLimit(options: {
    hessian: MatrixLike;
    momentum?: number;
    nu?: number;
}): number;

// @public
export interface StationaryNumbers {
    readonly check?: FloorCheck;
    readonly continuousFloor: Measure;
    readonly floor: Measure;
    readonly limit: Measure;
    readonly traceCovariance: Measure;
}

// @public
export function stein(A: MatrixLike, B: MatrixLike, Q: MatrixLike): Matrix;

export interface StreamingCovariance {
    // (undocumented)
    add(gradient: ArrayLike<number>): void;
    leading(): LeadingCovariance;
}

// @public
export function streamingCovariance(options: {
    dimension: number;
    rank: number;
}): StreamingCovariance;

// @public
export function sylvester(A: MatrixLike, B: MatrixLike, Q: MatrixLike): Matrix;

// @public
export interface SymmetricEigen {
    // (undocumented)
    values: Float64Array;
    // (undocumented)
    vectors: Matrix;
}

// @public
export function symmetricEigen(S: MatrixLike): SymmetricEigen;

// @public
export function symmetricSqrt(S: MatrixLike): Matrix;

// @public
export function symmetrise(S: MatrixLike, options?: {
    tolerance?: number;
}): Matrix;

// @public
export function transientCovariance(options: LinearOptimiser & NoiseArgument & TransientOptions): Matrix[];

// @public
export interface TransientOptions {
    readonly start?: MatrixLike;
    readonly steps: number;
}

// @public
export class UnstableError extends RangeError {
    // (undocumented)
    name: string;
}

// @public
export interface UpdateNoise {
    readonly noise: MatrixLike;
}

// (No @packageDocumentation comment for this package)

