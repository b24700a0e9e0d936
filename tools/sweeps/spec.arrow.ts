import type {Experiment} from "../../lib/experiments/experiment.js";
import {createKernel, type Kernel} from "../../lib/simulate/kernel.js";
import {type Block, type BlockResult, plan} from "../../lib/simulate/plan.js";
import {runBlock} from "../../lib/simulate/runBlock.js";
import {type Cell, cellName, type SweepSpec} from "../../lib/simulate/spec.js";

/** A sweep without a table of its own: its setting `spec` is the whole of it, as JSON. */
function specExperiment(spec: SweepSpec<Cell>, blockSize?: number): Experiment<Block, BlockResult> {
  let kernel: Promise<Kernel> | undefined;
  return {
    name: "spec",
    title: spec.experiment,
    source: "",
    seed: spec.seed,
    spec: {},
    jobs: () => plan(spec, blockSize),
    describe: block => `cell ${cellName(spec.cells[block.cell])}`,
    cost: block => (block.to - block.from) * spec.cells[block.cell].steps,
    run: async block => {
      kernel ??= createKernel();
      return runBlock(await kernel, spec, block);
    },
    table: () => ({}),
    vary: settings =>
      specExperiment(
        JSON.parse(settings["spec"]),
        settings["blockSize"] === undefined ? undefined : Number(settings["blockSize"])
      )
  };
}

export default specExperiment({experiment: "spec", seed: 0, replicates: 0, cells: []});
