import {root} from "../../tools/root.js";
import {encode} from "../../tools/sweeps/arrow.js";
import {loadExperiment} from "../../tools/sweeps/load.js";
import {exactLoaders} from "../../tools/sweeps/loaders.js";
import {runExperiment} from "../../tools/sweeps/run.js";

/** Loaders whose records are held to a hash. */
export const sweepLoaders = exactLoaders(root);

/** The scale of the runs whose hashes are committed. */
export const smallScale = 0.01;

/** SHA-256 of the records that a loader yields at the small scale. */
export async function smallHash(loader: string, workers: number): Promise<string> {
  const loaded = await loadExperiment(loader);
  const results = await runExperiment(loaded, {scale: smallScale, workers});
  return encode(loaded.experiment.table(results, smallScale), {}).sha256;
}
