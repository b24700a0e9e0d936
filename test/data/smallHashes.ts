import {root} from "../../tools/root.js";
import {encode} from "../../tools/sweeps/arrow.js";
import {exactLoaders} from "../../tools/sweeps/loaders.js";
import {publish} from "../../tools/sweeps/publish.js";
import {runExperiment} from "../../tools/sweeps/run.js";
import {loadedOnce} from "./loaded.js";

/** Loaders whose records are held to a hash. */
export const sweepLoaders = exactLoaders(root);

/** The scale of the runs whose hashes are committed: that of the gate's build, which leaves them in the store. */
export const smallScale = 0.1;

/** SHA-256 of the records of a loader at the small scale, from the store where it has them. */
export const smallHash = async (loader: string): Promise<string> =>
  (await publish(loader, {loaded: await loadedOnce(loader), scale: smallScale})).sidecar.sha256;

/** The same of a run on so many threads, whatever is stored. */
export async function freshHash(loader: string, workers: number): Promise<string> {
  const loaded = await loadedOnce(loader);
  const results = await runExperiment(loaded, {scale: smallScale, workers});
  return encode(loaded.experiment.table(results, smallScale), {}).sha256;
}
