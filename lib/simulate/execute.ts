import {checkSweep} from "./checkSweep.js";
import {createKernel} from "./kernel.js";
import {type Layout, layoutOf} from "./layout.js";
import {type Block, type BlockResult, plan} from "./plan.js";
import {runBlock} from "./runBlock.js";
import type {Cell, SweepSpec} from "./spec.js";

/** Runs blocks of one sweep, up to `workers` of them at once. */
export interface Executor {
  readonly workers: number;
  run(block: Block): Promise<BlockResult>;
  /** Stops at once, dropping blocks under way. */
  close(): void;
}

export interface ExecuteOptions {
  /** Replicates per block; the results do not depend on it. */
  blockSize?: number;
  /** Results of blocks that an interrupted run of the same sweep handed out; they are not run again. */
  completed?: readonly BlockResult[];
  /** Called with each finished block, in the order of finishing, for keeping. */
  onBlock?: (result: BlockResult) => void;
  /** Called after each block with vector steps done and to do. */
  onProgress?: (done: number, total: number) => void;
  /** Stops the sweep; `execute` then throws the signal's reason. */
  signal?: AbortSignal;
}

/** One cell's results: `width` numbers per replicate, in replicate order. */
export interface CellResult {
  readonly layout: Layout;
  readonly replicates: number;
  readonly values: Float64Array;
}

/**
 * Runs a sweep: one result per cell, in the order of the spec.
 *
 * Every replicate has a random stream of its own, and results are put together in replicate order,
 * so their bits do not depend on executor, block size or interruption.
 *
 * @throws RangeError on a spec that cannot be run, DivergenceError where a state overflows, the
 * signal's reason when it fires.
 * @example const [cell] = await execute(spec, inProcess(spec));
 */
export async function execute(
  spec: SweepSpec<Cell>,
  executor: Executor,
  {blockSize, completed = [], onBlock, onProgress, signal}: ExecuteOptions = {}
): Promise<CellResult[]> {
  checkSweep(spec);
  signal?.throwIfAborted();
  const results = spec.cells.map(cell => {
    const layout = layoutOf(cell);
    const {replicates} = spec;
    return {layout, replicates, values: new Float64Array(replicates * layout.width)};
  });
  const missing = spec.cells.map(() => new Uint8Array(spec.replicates).fill(1));
  let done = 0;
  let total = 0;
  for (const cell of spec.cells) total += cell.steps * spec.replicates;
  const keep = (result: BlockResult) => {
    const {layout, values} = results[result.cell];
    values.set(result.values, result.from * layout.width);
    missing[result.cell].fill(0, result.from, result.to);
    done += (result.to - result.from) * spec.cells[result.cell].steps;
    onProgress?.(done, total);
  };
  for (const result of completed) keep(result);
  const blocks = plan(spec, blockSize).flatMap(block => remaining(block, missing[block.cell]));

  let next = 0;
  const abort = new Promise<never>((_, reject) =>
    signal?.addEventListener("abort", () => reject(signal.reason), {once: true})
  );
  abort.catch(() => {});
  const lane = async () => {
    while (next < blocks.length) {
      const result = await Promise.race([executor.run(blocks[next++]), abort]);
      keep(result);
      onBlock?.(result);
    }
  };
  try {
    await Promise.all(Array.from({length: executor.workers}, lane));
  } catch (error) {
    next = blocks.length;
    throw error;
  }
  return results;
}

/** The stretches of a block whose replicates have no result yet. */
function remaining({cell, from, to}: Block, missing: Uint8Array): Block[] {
  const parts: Block[] = [];
  for (let i = from; i < to; i++) {
    if (!missing[i]) continue;
    const start = i;
    while (i < to && missing[i]) i++;
    parts.push({cell, from: start, to: i});
  }
  return parts;
}

/** Runs blocks in this thread, yielding to its event loop between them. */
export function inProcess(spec: SweepSpec<Cell>): Executor {
  const kernel = createKernel();
  return {
    workers: 1,
    async run(block) {
      const ready = await kernel;
      await new Promise(resolve => setTimeout(resolve, 0));
      return runBlock(ready, spec, block);
    },
    close() {}
  };
}
