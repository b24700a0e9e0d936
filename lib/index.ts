// The public surface: every name takes a `MatrixLike` where it takes a matrix, never changes an argument, and
// checks its arguments. Loaders and pages import the files themselves, so that an edit re-runs only what it
// affects.
export {optimalBayesianLearningRate} from "./bayes/optimalBayesianLearningRate.js";
export type {BayesianArguments} from "./bayes/posteriorDivergence.js";
export {
  type AveragedIterate,
  type AveragedIterateOptions,
  averagedIterate
} from "./budgets/averagedIterate.js";
export {
  type BestRate,
  type BestRun,
  bestBatchSize,
  bestLearningRate,
  fewestCalls
} from "./budgets/bestRun.js";
export {conditionNumber} from "./budgets/conditionNumber.js";
export {effectiveDimension} from "./budgets/effectiveDimension.js";
export {fisherConditionNumber} from "./budgets/fisherConditionNumber.js";
export {fisherStrongConvexity} from "./budgets/fisherStrongConvexity.js";
export {polyakRuppertCovariance} from "./budgets/polyakRuppertCovariance.js";
export type {QuadraticRun} from "./budgets/quadraticRun.js";
export {robbinsMonroCovariance} from "./budgets/robbinsMonroCovariance.js";
export {
  type FlatMatrix,
  type MatrixLike,
  NoSolutionError,
  symmetrise,
  UnstableError
} from "./check.js";
export {continuousEscapeEfficiency} from "./escape/continuousEscapeEfficiency.js";
export {escapeEfficiency} from "./escape/escapeEfficiency.js";
export {
  type KramersArguments,
  type KramersValidity,
  kramersRate,
  kramersValidity,
  logKramersRate
} from "./escape/kramersRate.js";
export {continuousLyapunov} from "./linalg/continuousLyapunov.js";
export {discreteLyapunov} from "./linalg/discreteLyapunov.js";
export {
  continuousLyapunovCondition,
  discreteLyapunovCondition
} from "./linalg/lyapunovCondition.js";
export {psdProjection} from "./linalg/psdProjection.js";
export {stein} from "./linalg/stein.js";
export {sylvester} from "./linalg/sylvester.js";
export {type SymmetricEigen, spectrum, symmetricEigen} from "./linalg/symmetricEigen.js";
export {symmetricSqrt} from "./linalg/symmetricSqrt.js";
export {alignment} from "./noise/alignment.js";
export {covarianceError} from "./noise/covarianceError.js";
export {finitePopulationCovariance} from "./noise/finitePopulationCovariance.js";
export {godambeInformation} from "./noise/godambeInformation.js";
export {gradientCovariance} from "./noise/gradientCovariance.js";
export {gradientNoiseScale} from "./noise/gradientNoiseScale.js";
export {gradientVariances} from "./noise/gradientVariances.js";
export {
  type IdentifiableProjection,
  identifiableProjection,
  type ProjectionOptions
} from "./noise/identifiableProjection.js";
export {type MovingCovariance, movingCovariance} from "./noise/movingCovariance.js";
export type {NoiseArgument, SampledNoise, UpdateNoise} from "./noise/noiseArgument.js";
export {
  type RegressionSandwichOptions,
  regressionSandwich,
  type SandwichKind
} from "./noise/regressionSandwich.js";
export {sandwichCovariance} from "./noise/sandwichCovariance.js";
export {
  type LeadingCovariance,
  type StreamingCovariance,
  streamingCovariance
} from "./noise/streamingCovariance.js";
export {adamCovariance, adamVariance} from "./stationary/adamCovariance.js";
export {approximationError} from "./stationary/approximationError.js";
export type {Curvature} from "./stationary/curvatureFrame.js";
export {dampedNewtonCovariance} from "./stationary/dampedNewtonCovariance.js";
export {excessLoss} from "./stationary/excessLoss.js";
export {
  type FixedMoments,
  fixedAdamCovariance,
  fixedRmspropCovariance
} from "./stationary/fixedMoments.js";
export {type IterateCovarianceOptions, iterateCovariance} from "./stationary/iterateCovariance.js";
export {laggedCovariance} from "./stationary/laggedCovariance.js";
export type {LinearOptimiser} from "./stationary/linearRecursion.js";
export {linearRegressionCovariance} from "./stationary/linearRegressionCovariance.js";
export type {
  ConstantMomentum,
  ConstantRate,
  LinearRun,
  MomentumRun
} from "./stationary/linearRun.js";
export {momentumCovariance} from "./stationary/momentumCovariance.js";
export {
  type NaturalGradient,
  naturalGradientCovariance
} from "./stationary/naturalGradientCovariance.js";
export {onRange} from "./stationary/onRange.js";
export {ouCovariance} from "./stationary/ouCovariance.js";
export {
  type Preconditioned,
  preconditionedCovariance
} from "./stationary/preconditionedCovariance.js";
export {qhmCovariance} from "./stationary/qhmCovariance.js";
export {sgdCovariance} from "./stationary/sgdCovariance.js";
export {stabilityLimit} from "./stationary/stabilityLimit.js";
export {type TransientOptions, transientCovariance} from "./stationary/transientCovariance.js";
export {type Jackknife, type JackknifeOptions, jackknife} from "./statistics/jackknife.js";
export {noiseReport} from "./workbench/noiseReport.js";
export type {GradientFile} from "./workbench/read/table.js";
export {readGradients} from "./workbench/readGradients.js";
export type {
  BlockNumbers,
  BudgetNumbers,
  BudgetOptimum,
  BudgetQuestion,
  CovarianceError,
  Finding,
  FloorCheck,
  GradientBlock,
  GradientTable,
  HessianNumbers,
  Measure,
  NoiseNumbers,
  NoiseQuestion,
  NoiseReport,
  RunQuestion,
  Spectrum,
  StationaryNumbers
} from "./workbench/types.js";
