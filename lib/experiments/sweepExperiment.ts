import {checkSweep} from "../simulate/checkSweep.js";
import type {CellResult} from "../simulate/execute.js";
import {createKernel, type Kernel} from "../simulate/kernel.js";
import {layoutOf} from "../simulate/layout.js";
import {type Block, type BlockResult, plan} from "../simulate/plan.js";
import {runBlock} from "../simulate/runBlock.js";
import {type Cell, cellName, type LinearCell, type SweepSpec} from "../simulate/spec.js";
import type {Column, Experiment, Json} from "./experiment.js";
import {headOf, type ReplicatedHead} from "./experimentHead.js";

/** A block of a sweep at a scale. */
type ScaledBlock = Block & {readonly scale: number};

/** A sweep through the kernel and the table that is made of it. */
export interface SweepExperimentSpec<
  Settings extends {readonly [key: string]: Json},
  C extends Cell = LinearCell
> extends ReplicatedHead {
  /** The numbers that define the experiment; `--set` replaces them one by one. */
  readonly settings: Settings;
  /** The grid at a scale in (0, 1]. */
  readonly cells: (settings: Settings, scale: number) => C[];
  /** Columns from the cells' results, in the order of the cells. */
  readonly columns: (results: readonly CellResult[], cells: readonly C[]) => Record<string, Column>;
}

/**
 * An experiment whose jobs are blocks of replicates on the WebAssembly kernel. A replicate's numbers
 * depend on seed, experiment, cell and replicate alone, and tables are made from all replicates in
 * order, so neither the cut into blocks nor the workers show in the result.
 *
 * @throws RangeError naming the cell if a spec cannot be run, and on an unknown setting in `vary`.
 */
export function sweepExperiment<
  Settings extends {readonly [key: string]: Json},
  C extends Cell = LinearCell
>(options: SweepExperimentSpec<Settings, C>): Experiment<ScaledBlock, BlockResult> {
  const {name, seed, replicates, settings, cells, columns} = options;
  const sweeps = new Map<number, SweepSpec<C>>();
  const sweepAt = (scale: number): SweepSpec<C> => {
    let sweep = sweeps.get(scale);
    if (!sweep) {
      sweep = {experiment: name, seed, replicates, cells: cells(settings, scale)};
      checkSweep(sweep);
      sweeps.set(scale, sweep);
    }
    return sweep;
  };
  let kernel: Promise<Kernel> | undefined;
  return {
    ...headOf(options),
    spec: {replicates, ...settings},
    jobs: scale => plan(sweepAt(scale)).map(block => ({...block, scale})),
    describe: ({cell, from, to, scale}: ScaledBlock) =>
      `cell ${cellName(sweepAt(scale).cells[cell])}, replicates ${from} to ${to - 1}`,
    cost: ({cell, from, to, scale}: ScaledBlock) => (to - from) * sweepAt(scale).cells[cell].steps,
    run: async ({scale, ...block}: ScaledBlock) =>
      runBlock(await (kernel ??= createKernel()), sweepAt(scale), block),
    table: (results, scale) => {
      const sweep = sweepAt(scale);
      const combined = sweep.cells.map((cell): CellResult => {
        const layout = layoutOf(cell);
        return {layout, replicates, values: new Float64Array(replicates * layout.width)};
      });
      for (const {cell, from, values} of results)
        combined[cell].values.set(values, from * combined[cell].layout.width);
      return columns(combined, sweep.cells);
    },
    vary: changes => {
      const varied = {...options, settings: {...settings}} as typeof options;
      for (const [key, text] of Object.entries(changes))
        Object.assign(varied, vary(varied, key, text));
      return sweepExperiment(varied);
    }
  };
}

function vary<Settings extends {readonly [key: string]: Json}, C extends Cell>(
  options: SweepExperimentSpec<Settings, C>,
  key: string,
  text: string
): Partial<SweepExperimentSpec<Settings, C>> {
  const value = parse(key, text);
  if (key === "seed" || key === "replicates") {
    if (typeof value !== "number") throw new RangeError(`${key} must be a number; got ${text}`);
    return {[key]: value};
  }
  const old = options.settings[key];
  if (old === undefined)
    throw new RangeError(
      `setting must be one of ${["seed", "replicates", ...Object.keys(options.settings)].join(", ")}; got ${key}`
    );
  const fitted = Array.isArray(old) && !Array.isArray(value) ? [value] : value;
  if (Array.isArray(old) !== Array.isArray(fitted) || typeof old !== typeof fitted)
    throw new RangeError(`${key} must look like ${JSON.stringify(old)}; got ${text}`);
  return {settings: {...options.settings, [key]: fitted}};
}

function parse(key: string, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new RangeError(`${key} must be JSON, such as 32 or [1, 2]; got ${text}`);
  }
}
