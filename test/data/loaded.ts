import {resolve} from "node:path";
import {type LoadedExperiment, loadExperiment} from "../../tools/sweeps/load.js";

const known = new Map<string, Promise<LoadedExperiment>>();

/** An experiment as it stands, loaded once for all tests of a process. */
export function loadedOnce(loader: string): Promise<LoadedExperiment> {
  const path = resolve(loader);
  const loading = known.get(path) ?? loadExperiment(path);
  known.set(path, loading);
  return loading;
}
