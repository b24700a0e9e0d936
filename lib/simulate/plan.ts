import {type Cell, cellDimension, type SweepSpec} from "./spec.js";

/** Replicates `from` to `to` (exclusive) of the cell with index `cell`. */
export interface Block {
  readonly cell: number;
  readonly from: number;
  readonly to: number;
}

/** A block's results: `width` numbers per replicate, replicate by replicate, as `layoutOf` lays them out. */
export interface BlockResult extends Block {
  readonly values: Float64Array;
}

/** How many multiply-adds a block should hold, roughly: some 15 ms, so that no worker waits long at the
 * end, and messages cost little. */
const work = 1e8;

/**
 * Cuts a sweep into blocks of replicates, cell by cell.
 *
 * The results do not depend on the cut. `blockSize` is a number of replicates per block; by default
 * it is a multiple of 4, the number of replicates that the kernel runs abreast, and such that a
 * block takes some 15 ms.
 */
export function plan(spec: SweepSpec<Cell>, blockSize?: number): Block[] {
  const blocks: Block[] = [];
  for (const [cell, content] of spec.cells.entries()) {
    const cost = content.steps * stepCost(content);
    const size = blockSize ?? 4 * Math.max(1, Math.floor(work / cost / 4));
    for (let from = 0; from < spec.replicates; from += size)
      blocks.push({cell, from, to: Math.min(from + size, spec.replicates)});
  }
  return blocks;
}

/** Vector steps that a block takes. */
export const blockCost = (spec: SweepSpec<Cell>, {cell, from, to}: Block): number =>
  (to - from) * spec.cells[cell].steps;

/** Multiply-adds per step and replicate, roughly. */
function stepCost(cell: Cell): number {
  const d = cellDimension(cell);
  const products = cell.moments === "full" ? (d * d) / 2 : d;
  if (cell.kind === "regression") return 8 * d * cell.batchSize + products;
  return 8 * d + products + ("diagonal" in cell.noiseFactor ? 0 : (d * d) / 4);
}
