import type {Cell, SweepSpec} from "../../lib/simulate/spec.js";
import {fisherSweeps} from "../../tools/bench/fisherSweeps.js";
import {linearCells, regressionCells} from "./cells.js";

/** Small runs of all that the kernel does. */
export const smallSweeps: SweepSpec<Cell>[] = [
  ...fisherSweeps(0.01).map(sweep => ({...sweep, replicates: 6})),
  {experiment: "linear", seed: 1, replicates: 6, cells: linearCells},
  {experiment: "regression", seed: 1, replicates: 6, cells: regressionCells}
];
