import type {ReplicateGroup} from "./group.js";
import type {Kernel} from "./kernel.js";
import {linearProgram} from "./linear.js";
import {regressionProgram} from "./regression.js";
import type {Cell} from "./spec.js";

/** Loads a checked cell into a kernel and returns a maker of groups of four replicates. */
export function program(kernel: Kernel, cell: Cell): () => ReplicateGroup {
  return cell.kind === "regression" ? regressionProgram(kernel, cell) : linearProgram(kernel, cell);
}
