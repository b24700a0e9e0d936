import {join} from "node:path";
import {type CellResult, combine} from "../../lib/simulate/combine.js";
import type {BlockResult} from "../../lib/simulate/plan.js";
import type {Cell, SweepSpec} from "../../lib/simulate/spec.js";
import {root} from "../root.js";
import {loadExperiment} from "./load.js";
import {runExperiment} from "./run.js";

/**
 * `execute` on the worker threads that sweeps run on, for a spec that no loader has.
 *
 * @throws as `execute`
 * @example const cells = await runSpec(spec, {workers: 2});
 */
export async function runSpec(
  spec: SweepSpec<Cell>,
  {workers, blockSize}: {workers?: number; blockSize?: number} = {}
): Promise<CellResult[]> {
  const loaded = await loadExperiment(join(root, "tools/sweeps/spec.arrow.ts"));
  const settings = {
    spec: JSON.stringify(spec),
    ...(blockSize !== undefined && {blockSize: String(blockSize)})
  };
  const results = await runExperiment(loaded, {scale: 1, workers, settings});
  return combine(spec, results as BlockResult[]);
}
