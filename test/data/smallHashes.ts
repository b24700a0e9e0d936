import {root} from "../../tools/root.js";
import {encode} from "../../tools/sweeps/arrow.js";
import {loadExperiment} from "../../tools/sweeps/load.js";
import {experimentName, loaders} from "../../tools/sweeps/loaders.js";
import {runExperiment} from "../../tools/sweeps/run.js";

/** Loaders of sweeps. The ledger is none: its numbers hold rounding errors that no one promises. */
export const sweepLoaders = loaders(root).filter(loader => experimentName(loader) !== "ledger");

/** The scale of the runs whose hashes are committed. */
export const smallScale = 0.01;

/** SHA-256 of the records that a loader yields at the small scale. */
export async function smallHash(loader: string, workers: number): Promise<string> {
  const loaded = await loadExperiment(loader);
  const results = await runExperiment(loaded, {scale: smallScale, workers});
  return encode(loaded.experiment.table(results, smallScale), {}).sha256;
}
