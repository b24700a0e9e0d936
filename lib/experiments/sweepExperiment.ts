import {checkSweep} from "../simulate/checkSweep.js";
import {type CellResult, combine} from "../simulate/combine.js";
import {createKernel, type Kernel} from "../simulate/kernel.js";
import {type Block, type BlockResult, blockCost, plan} from "../simulate/plan.js";
import {runBlock} from "../simulate/runBlock.js";
import {type Cell, cellName, type LinearCell, type SweepSpec} from "../simulate/spec.js";
import type {Expectations} from "./expectation.js";
import type {Column, Experiment, Json} from "./experiment.js";

import {headOf, type ReplicatedHead} from "./experimentHead.js";
import {printedScale} from "./scaledSteps.js";

/** A block of a sweep at a scale. */
type ScaledBlock = Block & {readonly scale: number};

/** A sweep through the kernel and the table that is made of it. */
export interface SweepExperimentSpec<
  Settings extends object,
  C extends Cell = LinearCell,
  Table extends Record<string, Column> = Record<string, Column>
> extends ReplicatedHead {
  /** The numbers and words that define the experiment. */
  readonly settings: Settings;
  /** The grid at a scale in (0, 1]; above it the grid is that of 1, with more replicates. */
  readonly cells: (settings: Settings, scale: number) => C[];
  /** Replicates per cell at a scale, where it is they that it reduces; those of the head at every scale unless given. */
  readonly replicatesAt?: (scale: number) => number;
  /** Replicates per block; the results do not depend on it. */
  readonly blockSize?: number;
  /** Columns from the cells' results, in the order of the cells. */
  readonly columns: (results: readonly CellResult[], cells: readonly C[]) => Table;
  /** What measured columns average to, as in `Experiment`; `cells` are those of the scale. */
  readonly expected?: (
    settings: Settings,
    scale: number,
    cells: readonly C[]
  ) => Expectations<Table>;
  /** The experiment with other settings: its builder on `withSettings` of its spec. */
  readonly vary: Experiment["vary"];
}

/**
 * An experiment whose jobs are blocks of replicates on the WebAssembly kernel. A replicate's numbers
 * depend on seed, experiment, cell and replicate alone, and tables are made from all replicates in
 * order, so neither the cut into blocks nor the workers show in the result.
 *
 * @throws RangeError naming the cell if a spec cannot be run, and on an unknown setting in `vary`.
 */
export function sweepExperiment<
  Settings extends object,
  C extends Cell,
  Table extends Record<string, Column>
>(options: SweepExperimentSpec<Settings, C, Table>): Experiment {
  const {name, seed, replicates, settings, cells, blockSize, columns, expected, vary} = options;
  const {replicatesAt = () => replicates} = options;
  const sweeps = new Map<number, SweepSpec<C>>();
  const sweepAt = (scale: number): SweepSpec<C> => {
    let sweep = sweeps.get(scale);
    if (!sweep) {
      sweep = {
        experiment: name,
        seed,
        replicates: replicatesAt(printedScale(scale)) * Math.max(1, scale),
        cells: cells(settings, printedScale(scale))
      };
      checkSweep(sweep);
      sweeps.set(scale, sweep);
    }
    return sweep;
  };
  let kernel: Promise<Kernel> | undefined;
  const experiment: Experiment<ScaledBlock, BlockResult> = {
    ...headOf(options),
    spec: {replicates, ...(settings as {readonly [key: string]: Json})},
    jobs: scale => plan(sweepAt(scale), blockSize).map(block => ({...block, scale})),
    describe: ({cell, from, to, scale}) =>
      `cell ${cellName(sweepAt(scale).cells[cell])}, replicates ${from} to ${to - 1}`,
    cost: block => blockCost(sweepAt(block.scale), block),
    run: async ({scale, ...block}) =>
      runBlock(await (kernel ??= createKernel()), sweepAt(scale), block),
    table: (results, scale) => {
      const sweep = sweepAt(scale);
      return columns(combine(sweep, results), sweep.cells);
    },
    ...(expected && {
      expected: (scale: number) =>
        expected(settings, printedScale(scale), sweepAt(scale).cells) as never
    }),
    vary: changes => {
      const varied = vary(changes) as Experiment<ScaledBlock, BlockResult>;
      // Cells that cannot be run are refused here, not when a sweep begins.
      varied.jobs(1);
      return varied;
    }
  };
  return experiment as Experiment;
}
