import type {Kernel} from "./kernel.js";
import {layoutOf} from "./layout.js";
import type {Block, BlockResult} from "./plan.js";
import {program} from "./program.js";
import {replicateStreams} from "./replicateStreams.js";
import {type Cell, cellName, type SweepSpec} from "./spec.js";

/** Raised where a replicate's state stops being finite. */
export class DivergenceError extends Error {
  override name = "DivergenceError";
  constructor(
    readonly cell: string,
    readonly replicate: number,
    readonly step: number
  ) {
    super(`state must stay finite; cell ${cell}, replicate ${replicate}: not so at step ${step}`);
  }
}

/**
 * Runs one block of a checked sweep on a kernel, synchronously.
 *
 * The numbers of a replicate depend on the sweep's seed and experiment, on the cell and on the
 * replicate's index alone.
 *
 * @throws DivergenceError
 */
export function runBlock(kernel: Kernel, spec: SweepSpec<Cell>, block: Block): BlockResult {
  const cell = spec.cells[block.cell];
  const name = cellName(cell);
  const layout = layoutOf(cell);
  const {dimension: d, width} = layout;
  const burnIn = cell.burnIn ?? 0;
  const values = new Float64Array((block.to - block.from) * width);
  const stops = [...new Set([burnIn, ...layout.snapshots, cell.steps])]
    .filter(step => step > 0)
    .sort((a, b) => a - b);

  kernel.reset();
  const group = program(kernel, cell)();
  for (let from = block.from; from < block.to; from += 4) {
    const lanes = Math.min(4, block.to - from);
    group.restart(replicateStreams(spec, cell, from, from + lanes - 1));
    const put = (at: number, source: Float64Array, scale: number) => {
      for (let lane = 0; lane < lanes; lane++) {
        const target = (from - block.from + lane) * width + at;
        for (let i = 0; 4 * i < source.length; i++) {
          const x = source[4 * i + lane] * scale;
          if (!Number.isFinite(x) && !cell.allowDivergence)
            throw new DivergenceError(name, from + lane, group.step);
          values[target + i] = x;
        }
      }
    };
    let recorded = 0;
    for (const stop of stops) {
      group.advance(stop - group.step, group.step >= burnIn);
      if (layout.snapshots[recorded] !== stop) continue;
      put(layout.states + d * recorded, group.state(), 1);
      if (layout.iterateAverages >= 0)
        put(layout.iterateAverages + d * recorded, group.firstSums(), 1 / (stop - burnIn));
      recorded++;
    }
    const scale = 1 / (cell.steps - burnIn);
    if (layout.first >= 0) put(layout.first, group.firstSums(), scale);
    put(layout.second, group.secondSums(), scale);
    put(layout.directional, group.directionalSums(), scale);
  }
  return {...block, values};
}
