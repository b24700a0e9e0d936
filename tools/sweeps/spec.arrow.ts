import type {Experiment} from "../../lib/experiments/experiment.js";
import {sweepExperiment} from "../../lib/experiments/sweepExperiment.js";
import type {Cell, SweepSpec} from "../../lib/simulate/spec.js";

/** A sweep without a table of its own: its setting `spec` is the whole of it, as JSON. */
function specExperiment(sweep: SweepSpec<Cell>, blockSize?: number): Experiment {
  const {experiment, seed, replicates, cells} = sweep;
  return sweepExperiment({
    name: experiment,
    title: experiment,
    source: "",
    seed,
    replicates,
    settings: {},
    blockSize,
    cells: () => [...cells],
    columns: () => ({}),
    vary: ({spec, blockSize: size}) =>
      specExperiment(JSON.parse(spec), size === undefined ? undefined : Number(size))
  });
}

export default specExperiment({experiment: "spec", seed: 0, replicates: 0, cells: []});
