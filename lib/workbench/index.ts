// The public surface of the sub-path `workbench`: a table of gradients, and what is told of it.
export type {FlatMatrix, MatrixLike} from "../check.js";
export {noiseReport} from "./noiseReport.js";
export type {GradientFile} from "./read/table.js";
export {readGradients} from "./readGradients.js";
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
} from "./types.js";
