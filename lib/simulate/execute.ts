import {checkSweep} from "./checkSweep.js";
import {type CellResult, combine} from "./combine.js";
import {type EngineOptions, inThread, runJobs} from "./engine.js";
import {createKernel} from "./kernel.js";
import {type BlockResult, blockCost, plan} from "./plan.js";
import {runBlock} from "./runBlock.js";
import type {Cell, SweepSpec} from "./spec.js";

export interface ExecuteOptions extends EngineOptions<BlockResult> {
  /** Replicates per block; the results do not depend on it. */
  readonly blockSize?: number;
}

/**
 * Runs a sweep in this thread: one result per cell, in the order of the spec.
 *
 * Every replicate has a random stream of its own, and results are put together in replicate order,
 * so their bits do not depend on block size or interruption.
 *
 * @throws RangeError on a spec that cannot be run, DivergenceError where a state overflows, the
 * signal's reason when it fires.
 * @example const [cell] = await execute(spec);
 */
export async function execute(
  spec: SweepSpec<Cell>,
  {blockSize, ...options}: ExecuteOptions = {}
): Promise<CellResult[]> {
  checkSweep(spec);
  const blocks = plan(spec, blockSize);
  const kernel = createKernel();
  const results = await runJobs(
    blocks.map(block => blockCost(spec, block)),
    inThread(async index => runBlock(await kernel, spec, blocks[index])),
    options
  );
  return combine(spec, results);
}
