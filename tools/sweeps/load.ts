import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {basename, join, relative, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {build} from "esbuild";
import type {Experiment} from "../../lib/experiments/experiment.js";
import {root} from "../root.js";

/** An experiment as its loader and everything the loader imports define it today. */
export interface LoadedExperiment {
  readonly experiment: Experiment;
  /** Path of the loader, relative to the project. */
  readonly loader: string;
  /** The loader and all it imports as one module, which workers import. */
  readonly bundle: string;
  /** SHA-256 of every project file in the loader's import closure, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Packages in the import closure, `name@version`. */
  readonly packages: readonly string[];
}

const hash = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/**
 * Bundles a loader with everything it imports, and imports the bundle. The bundle is the only code
 * that a sweep runs, in the main thread and in workers, so its inputs are the closure of the sweep.
 *
 * @throws if the loader cannot be bundled or does not export an experiment
 */
export async function loadExperiment(loader: string): Promise<LoadedExperiment> {
  const path = resolve(loader);
  if (!existsSync(path)) throw new Error(`${loader}: no such loader`);
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
  const code = outputFiles[0].contents;
  const folder = join(root, ".cache/bundles");
  const bundle = join(folder, `${basename(path, ".arrow.ts")}-${hash(code).slice(0, 16)}.mjs`);
  if (!existsSync(bundle)) {
    mkdirSync(folder, {recursive: true});
    const partial = `${bundle}.${process.pid}`;
    writeFileSync(partial, code);
    renameSync(partial, bundle);
  }
  const files: Record<string, string> = {};
  const packages = new Set<string>();
  for (const input of Object.keys(metafile.inputs).sort()) {
    const packageFolder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (packageFolder === undefined)
      files[relative(root, resolve(root, input))] = hash(readFileSync(resolve(root, input)));
    else {
      const manifest = readFileSync(join(root, packageFolder, "package.json"), "utf8");
      const {name, version} = JSON.parse(manifest);
      packages.add(`${name}@${version}`);
    }
  }
  const {default: experiment} = await import(pathToFileURL(bundle).href);
  if (typeof experiment?.jobs !== "function")
    throw new Error(
      `${loader}: its default export must be an experiment (lib/experiments/experiment.ts)`
    );
  const name = basename(path, ".arrow.ts");
  if (experiment.name !== name)
    throw new Error(`${loader}: the experiment's name must be "${name}"; got "${experiment.name}"`);
  return {experiment, loader: relative(root, path), bundle, files, packages: [...packages].sort()};
}

/**
 * SHA-256 of everything that determines an experiment's output: the contents of the loader and of
 * all it imports, the versions of the packages it uses, its spec, its seed and the scale.
 */
export function closureHash(loaded: LoadedExperiment, scale: number): string {
  const {experiment, files, packages} = loaded;
  const {name, seed, spec} = experiment;
  return hash(JSON.stringify({name, seed, spec, scale, files, packages}));
}
