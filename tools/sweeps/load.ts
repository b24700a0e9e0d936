import {existsSync, readFileSync, statSync} from "node:fs";
import {basename, join, relative, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {build} from "esbuild";
import type {Experiment} from "../../lib/experiments/experiment.js";
import {root} from "../root.js";
import {type Closure, closureOf, hash} from "./closure.js";
import {writeWhole} from "./writeWhole.js";

/** An experiment as its loader and everything the loader imports define it today. */
export interface LoadedExperiment {
  readonly experiment: Experiment;
  /** Path of the loader, relative to the project. */
  readonly loader: string;
  /** The loader and all it imports as one module, which workers import. */
  readonly bundle: string;
  readonly closure: Closure;
}

/**
 * Bundles a loader with everything it imports, and imports the bundle. The bundle is the only code
 * that a sweep runs, in the main thread and in workers, so its inputs are the closure of the sweep.
 *
 * @throws if the loader cannot be bundled or does not export an experiment
 */
export async function loadExperiment(loader: string): Promise<LoadedExperiment> {
  const path = resolve(loader);
  if (!existsSync(path)) throw new Error(`${loader}: no such loader`);
  const name = basename(path, ".arrow.ts");
  const {code, closure} = await bundled(path);
  const bundle = join(root, ".cache/bundles", `${name}-${hash(code).slice(0, 16)}.mjs`);
  if (!holds(bundle, code)) writeWhole(bundle, code);
  const {default: experiment} = await import(pathToFileURL(bundle).href);
  if (typeof experiment?.jobs !== "function")
    throw new Error(
      `${loader}: its default export must be an experiment (lib/experiments/experiment.ts)`
    );
  if (experiment.name !== name)
    throw new Error(`${loader}: the experiment's name must be "${name}"; got "${experiment.name}"`);
  return {experiment, loader: relative(root, path), bundle, closure};
}

/** Whether a file is there with just these bytes: a bundle is what runs, under the hash of what was bundled. */
const holds = (file: string, bytes: Uint8Array): boolean =>
  existsSync(file) && readFileSync(file).equals(bytes);

/**
 * The code and its closure, of the same moment: a file saved while esbuild reads would be hashed as what
 * was not bundled, and a result stored for good under the name of code that did not compute it.
 */
async function bundled(path: string): Promise<{code: Uint8Array; closure: Closure}> {
  for (;;) {
    const started = Date.now();
    const {outputFiles, metafile} = await build({
      entryPoints: [path],
      absWorkingDir: root,
      bundle: true,
      write: false,
      metafile: true,
      format: "esm",
      platform: "node",
      target: "node20",
      loader: {".csv": "text"},
      logLevel: "silent"
    });
    const closure = closureOf(metafile);
    // Time stamps lag behind the clock by some milliseconds.
    const changed = (file: string) => statSync(join(root, file)).ctimeMs >= started - 10;
    if (!Object.keys(closure.files).some(changed)) return {code: outputFiles[0].contents, closure};
  }
}
