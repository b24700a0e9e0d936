import {checkSweep} from "./checkSweep.js";
import type {Kernel} from "./kernel.js";
import {layoutOf} from "./layout.js";
import {program} from "./program.js";
import {replicateStreams} from "./replicateStreams.js";
import type {Cell, SweepSpec} from "./spec.js";

/** What a reader sees of one cell at one moment of a live run. */
export interface LiveCell {
  /** Steps taken. */
  readonly step: number;
  /** θ of every replicate, d numbers each. */
  readonly states: Float64Array;
  /** Time averages of θ after the burn-in, d numbers per replicate; empty before, or if not asked for. */
  readonly first: Float64Array;
  /** Time averages of the products in `Layout.pairs`, per replicate; empty as `first` is. */
  readonly second: Float64Array;
}

export interface LiveRun {
  /** Whether every cell has taken all its steps. */
  readonly finished: boolean;
  /** Takes up to `steps` steps in every cell and returns where they stand. */
  advance(steps: number): LiveCell[];
}

/**
 * A sweep that advances all its replicates together, for watching: after the same number of steps
 * its states are those of `execute`, bit for bit. Memory: about 30 kB per four replicates.
 *
 * @throws RangeError on a spec that cannot be run.
 * @example const run = liveRun(await createKernel(), spec); const [cell] = run.advance(100);
 */
export function liveRun(kernel: Kernel, spec: SweepSpec<Cell>): LiveRun {
  checkSweep(spec);
  kernel.reset();
  const {replicates} = spec;
  const cells = spec.cells.map(cell => {
    const start = program(kernel, cell);
    const groups = Array.from({length: Math.ceil(replicates / 4)}, (_, g) => {
      const group = start();
      group.restart(replicateStreams(spec, cell, 4 * g, 4 * g + 3));
      return group;
    });
    return {cell, groups, layout: layoutOf(cell), burnIn: cell.burnIn ?? 0};
  });

  /** Replicate by replicate, from vectors of four replicates. */
  const gather = (sources: Float64Array[], scale: number) => {
    const size = sources[0].length / 4;
    const out = new Float64Array(replicates * size);
    for (let r = 0; r < replicates; r++)
      for (let i = 0; i < size; i++) out[r * size + i] = sources[r >> 2][4 * i + (r & 3)] * scale;
    return out;
  };

  return {
    get finished() {
      return cells.every(({cell, groups}) => groups[0].step >= cell.steps);
    },
    advance: steps =>
      cells.map(({cell, groups, layout, burnIn}) => {
        const from = groups[0].step;
        const to = Math.min(from + steps, cell.steps);
        for (const group of groups) {
          if (from < burnIn) group.advance(Math.min(to, burnIn) - from, false);
          if (to > burnIn) group.advance(to - group.step, true);
        }
        const averages = layout.first >= 0 && to > burnIn;
        const scale = 1 / (to - burnIn);
        return {
          step: to,
          states: gather(
            groups.map(group => group.state()),
            1
          ),
          first: averages
            ? gather(
                groups.map(group => group.firstSums()),
                scale
              )
            : new Float64Array(0),
          second: averages
            ? gather(
                groups.map(group => group.secondSums()),
                scale
              )
            : new Float64Array(0)
        };
      })
  };
}
