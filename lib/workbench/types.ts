import type {MatrixLike} from "../check.js";

/** Columns `from` up to, and without, `to`: one layer or tensor. */
export interface GradientBlock {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** A table of gradients, one row each, as `readGradients` returns it. */
export interface GradientTable {
  /** n. */
  readonly rows: number;
  /** d, the number of parameters. */
  readonly columns: number;
  /** n·d numbers, row by row. */
  readonly data: ArrayLike<number>;
  /** None: one unnamed block. */
  readonly blocks?: readonly GradientBlock[];
  /** One name per row: rows of one group may depend on one another. */
  readonly groups?: ArrayLike<number | string>;
}

/** A run of heavy ball, m ← µm + g, θ ← θ − ηm. */
export interface RunQuestion {
  /** η > 0. */
  readonly learningRate: number;
  /** b ≥ 1. */
  readonly batchSize: number;
  /** µ in [0, 1); default 0. */
  readonly momentum?: number;
  /** Whether a batch may hold a sample twice; default true. */
  readonly replacement?: boolean;
}

/** What a number of calls can reach. */
export interface BudgetQuestion {
  /** N, gradients of single samples that may be taken. */
  readonly calls: number;
  /** θ₀ − θ⋆, d numbers, or the excess loss at θ₀, spread evenly over the eigenvectors of H. */
  readonly start: number | ArrayLike<number>;
}

/** What the rows are, and what is asked of them. */
export interface NoiseQuestion {
  /** Gradients of single samples, or means of `meanOf` of them and how those were drawn. */
  readonly rows:
    | "per-sample"
    | {readonly meanOf: number; readonly drawn?: "with" | "without" | "epoch"};
  /** Some of more, or all there are. */
  readonly population: "sample" | "whole";
  /** N, of how many samples the rows are a part. */
  readonly datasetSize?: number;
  /** Of the intervals, in (0, 1); default 0.95. */
  readonly level?: number;
  /** H, d×d, or its diagonal, d numbers. */
  readonly hessian?: MatrixLike | ArrayLike<number>;
  /** Wants `hessian`. */
  readonly run?: RunQuestion;
  /** Wants `hessian`. */
  readonly budget?: BudgetQuestion;
}

/** A number, how sure it is, and why it is not there where it is not. */
export interface Measure {
  readonly value: number | null;
  readonly standardError: number | null;
  /** The ends of the interval at the report's level; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  /** What the plain estimate has too much of; `value` is corrected for it. */
  readonly bias?: number;
  /** A sentence, where `value` or an end is null. */
  readonly reason?: string;
}

/** What looks wrong with a table. */
export interface Finding {
  readonly code: string;
  readonly severity: "error" | "warning" | "note";
  readonly message: string;
  /** Which rows, from 0; ten at most. */
  readonly rows?: readonly number[];
}

/** The expected relative error of a covariance. */
export interface CovarianceError extends Measure {
  /** How many rows would bring it to 0.1. */
  readonly rowsNeeded: number | null;
  /** ‖S₁ − S₂‖/(2‖S‖) of the two halves of the rows. */
  readonly splitHalves: number | null;
  /** What it would be if the gradients were Gaussian. */
  readonly gaussian: number | null;
}

/**
 * Eigenvalues, descending, the least of rows and columns of them; the others are zero. Where these are too many, the
 * leading ones: then a value is a lower bound for the rows, and `high` holds an upper one.
 */
export interface Spectrum {
  readonly values: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** What is told of a table, and of each of its blocks. G is the covariance of a single sample's gradient. */
export interface NoiseNumbers {
  readonly samples: number;
  readonly parameters: number;
  /** Tr G. */
  readonly trace: Measure;
  /** ‖g‖², g the mean gradient. */
  readonly meanNormSquared: Measure;
  /** Tr G/‖g‖². */
  readonly noiseScale: Measure;
  /** λ₁ of G. */
  readonly largestEigenvalue: Measure;
  /** Tr G/λ₁. */
  readonly effectiveDimension: Measure;
  /** (Tr G)²/Tr G². */
  readonly participationRatio: Measure;
  /** λ₁/λ_d. */
  readonly conditionNumber: Measure;
  /** √E‖Ĝ − G‖²_F/‖G‖_F. */
  readonly covarianceError: CovarianceError;
  readonly spectrum: Spectrum;
}

export interface BlockNumbers extends NoiseNumbers {
  readonly name: string;
}

/** G and H together; H is taken along its directions of positive curvature. */
export interface HessianNumbers {
  /** Tr HG/gᵀHg. */
  readonly noiseScale: Measure;
  /** Tr HG/(‖H‖‖G‖), in [0, 1]; 1 where G ∝ H. */
  readonly alignment: Measure;
  /** ‖HG − GH‖/(‖H‖‖G‖); 0 where they commute. */
  readonly commutator: Measure;
  /** µ_F = λmin(Sym(G^½HG^{−½})). */
  readonly fisherStrongConvexity: Measure;
}

/** Where a run settles on the quadratic of H. */
export interface StationaryNumbers {
  /** 2(1+µ)/λmax(H): the learning rates below are stable. */
  readonly limit: Measure;
  /** Tr Σ. */
  readonly traceCovariance: Measure;
  /** ½ Tr HΣ, the excess loss. */
  readonly floor: Measure;
  /** The same of the diffusion approximation, η Tr C/(4(1−µ)). */
  readonly continuousFloor: Measure;
  /** What a simulation measured; there once it was asked for. */
  readonly check?: FloorCheck;
}

/** A floor as runs of the recursion measure it, beside the exact law of the same modes. */
export interface FloorCheck {
  readonly measured: number;
  readonly standardError: number;
  readonly predicted: number;
  readonly z: number;
  readonly runs: number;
  readonly steps: number;
  /** Modes that settle too slowly to be measured. */
  readonly left: number;
}

/** The best learning rate and batch size. */
export interface BudgetOptimum {
  readonly learningRate: Measure;
  readonly batchSize: number;
  readonly risk: Measure;
  /** The ranges in which the risk stays within 5 % of the least, the other one chosen as well as may be. */
  readonly region: {
    readonly learningRate: readonly [number, number];
    readonly batchSize: readonly [number, number];
  };
}

/** Expected excess loss after `calls` gradients, over learning rates and batch sizes. */
export interface BudgetNumbers {
  readonly calls: number;
  readonly learningRates: readonly number[];
  readonly batchSizes: readonly number[];
  /** One row per batch size; of the last iterate. */
  readonly lastRisk: readonly (readonly number[])[];
  /** Of the average of all iterates. */
  readonly averagedRisk: readonly (readonly number[])[];
  readonly last: BudgetOptimum;
  readonly averaged: BudgetOptimum;
}

/** The answer to a `NoiseQuestion`. */
export interface NoiseReport extends NoiseNumbers {
  /** What a person can act on, or what cannot be told and how many rows it would take. */
  readonly sentence: string;
  readonly findings: readonly Finding[];
  readonly blocks: readonly BlockNumbers[];
  readonly hessian?: HessianNumbers;
  readonly stationary?: StationaryNumbers;
  readonly budget?: BudgetNumbers;
}
