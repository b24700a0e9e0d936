// The public surface: every name takes `number[][]` or an `ml-matrix` `Matrix` where it takes a matrix,
// returns a `Matrix` or a number, never changes an argument, and checks its arguments.
// Loaders and pages import the files themselves, so that an edit re-runs only what it affects.
export {optimalBayesianLearningRate} from "./bayes/optimalBayesianLearningRate.js";
export {effectiveDimension} from "./budgets/effectiveDimension.js";
export {fisherConditionNumber} from "./budgets/fisherConditionNumber.js";
export {fisherStrongConvexity} from "./budgets/fisherStrongConvexity.js";
export {polyakRuppertCovariance} from "./budgets/polyakRuppertCovariance.js";
export {robbinsMonroCovariance} from "./budgets/robbinsMonroCovariance.js";
export {type MatrixLike, NoSolutionError, symmetrise, UnstableError} from "./check.js";
export {continuousEscapeEfficiency} from "./escape/continuousEscapeEfficiency.js";
export {escapeEfficiency} from "./escape/escapeEfficiency.js";
export {kramersRate, logKramersRate} from "./escape/kramersRate.js";
export {continuousLyapunov} from "./linalg/continuousLyapunov.js";
export {discreteLyapunov} from "./linalg/discreteLyapunov.js";
export {
  continuousLyapunovCondition,
  discreteLyapunovCondition
} from "./linalg/lyapunovCondition.js";
export {psdProjection} from "./linalg/psdProjection.js";
export {symmetricSqrt} from "./linalg/symmetricSqrt.js";
export {finitePopulationCovariance} from "./noise/finitePopulationCovariance.js";
export {godambeInformation} from "./noise/godambeInformation.js";
export {gradientCovariance} from "./noise/gradientCovariance.js";
export {
  type IdentifiableProjection,
  identifiableProjection,
  type ProjectionOptions
} from "./noise/identifiableProjection.js";
export {sandwichCovariance} from "./noise/sandwichCovariance.js";
export {adamCovariance} from "./stationary/adamCovariance.js";
export {approximationError} from "./stationary/approximationError.js";
export {dampedNewtonCovariance} from "./stationary/dampedNewtonCovariance.js";
export {linearRegressionCovariance} from "./stationary/linearRegressionCovariance.js";
export type {LinearRun, MomentumRun} from "./stationary/linearRun.js";
export {momentumCovariance} from "./stationary/momentumCovariance.js";
export {naturalGradientCovariance} from "./stationary/naturalGradientCovariance.js";
export {ouCovariance} from "./stationary/ouCovariance.js";
export {preconditionedCovariance} from "./stationary/preconditionedCovariance.js";
export {qhmCovariance} from "./stationary/qhmCovariance.js";
export {sgdCovariance} from "./stationary/sgdCovariance.js";
