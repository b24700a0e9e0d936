import type {SweepSpec} from "../../lib/simulate/spec.js";

/** Fisher, Experiment 1, at a size fit for tests. */
export function batchScaling(replicates: number, steps: number): SweepSpec {
  return {
    experiment: "batch-scaling",
    seed: 1,
    replicates,
    cells: Array.from({length: 10}, (_, k) => ({
      parameters: {b: 2 ** k},
      form: "eulerMaruyama" as const,
      hessianEigenvalues: [1, 0.1],
      noiseFactor: {diagonal: [1, 1]},
      batchSize: 2 ** k,
      learningRate: 0.05,
      steps,
      burnIn: Math.floor(steps / 2),
      moments: "full" as const
    }))
  };
}
