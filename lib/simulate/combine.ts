import {type Layout, layoutOf} from "./layout.js";
import type {BlockResult} from "./plan.js";
import type {Cell, SweepSpec} from "./spec.js";

/** One cell's results: `width` numbers per replicate, in replicate order. */
export interface CellResult {
  readonly layout: Layout;
  readonly replicates: number;
  readonly values: Float64Array;
}

/** The results of all blocks of a sweep, put together cell by cell in replicate order. */
export function combine(
  {cells, replicates}: Pick<SweepSpec<Cell>, "cells" | "replicates">,
  blocks: readonly BlockResult[]
): CellResult[] {
  const results = cells.map((cell): CellResult => {
    const layout = layoutOf(cell);
    return {layout, replicates, values: new Float64Array(replicates * layout.width)};
  });
  for (const {cell, from, values} of blocks)
    results[cell].values.set(values, from * results[cell].layout.width);
  return results;
}
