import {root} from "../../tools/root.js";
import {encode} from "../../tools/sweeps/arrow.js";
import {loadExperiment} from "../../tools/sweeps/load.js";
import {experimentName, loaders} from "../../tools/sweeps/loaders.js";
import {runExperiment} from "../../tools/sweeps/run.js";

const rounded = ["ledger", "fresh-seeds"];

/** Loaders of sweeps. Those of claims are none: rounding errors in them are promised by no one. */
export const sweepLoaders = loaders(root).filter(
  loader => !rounded.includes(experimentName(loader))
);

/** The scale of the runs whose hashes are committed. */
export const smallScale = 0.01;

/** SHA-256 of the records that a loader yields at the small scale. */
export async function smallHash(loader: string, workers: number): Promise<string> {
  const loaded = await loadExperiment(loader);
  const results = await runExperiment(loaded, {scale: smallScale, workers});
  return encode(loaded.experiment.table(results, smallScale), {}).sha256;
}
