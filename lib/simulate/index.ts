// The public surface of the sub-path `simulate`: recursions and regressions run replicate by replicate on
// the WebAssembly kernel, with the same bits on every machine.
export type {CellResult} from "./combine.js";
export type {EngineOptions, Progress} from "./engine.js";
export {type ExecuteOptions, execute} from "./execute.js";
export {createKernel, type Kernel, type KernelExports} from "./kernel.js";
export type {Layout} from "./layout.js";
export {type LiveCell, type LiveRun, liveRun} from "./liveRun.js";
export type {Block, BlockResult} from "./plan.js";
export {DivergenceError} from "./runBlock.js";
export type {
  Cell,
  CellBase,
  FixedData,
  FreshData,
  LearningRate,
  LinearCell,
  NoiseFactor,
  RegressionCell,
  SweepSpec
} from "./spec.js";
export {
  directionalMomentOf,
  type Estimate,
  estimate,
  iterateAverageOf,
  secondMoment,
  stateOf,
  timeAverageOf,
  timeSecondMoment,
  timeSecondMomentOf,
  weightedSquaresOf
} from "./summary.js";
