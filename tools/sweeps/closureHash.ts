import {realpathSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {root} from "../root.js";
import {below, type Closure, hash} from "./closure.js";
import type {LoadedExperiment} from "./load.js";

/** Raised when what is stored of a run is written otherwise, so that older results are not taken for it. */
const streamFormat = 2;

/**
 * SHA-256 of everything that determines an experiment's output: the contents of the loader and of
 * all it imports, the versions of the packages it uses, its spec, its seed and the scale.
 */
export function closureHash({experiment, closure}: LoadedExperiment, scale: number): string {
  const {name, seed, spec} = experiment;
  const {files, packages} = closure;
  return hash(JSON.stringify({streamFormat, name, seed, spec, scale, files, packages}));
}

/**
 * The files, as paths below the project, and packages on which the result of a job rests: what the modules that
 * it names import. Undefined for a job that rests on all of the loader.
 *
 * @throws if a module that the job names is not in the loader's closure
 */
export function restsOn(loaded: LoadedExperiment, job: unknown): string[] | undefined {
  const {experiment, loader, closure} = loaded;
  const modules = experiment.modules?.(job);
  if (modules === undefined) return undefined;
  // `data/` stands in the project's folder, or in that of another site; its files may be links.
  const project = dirname(dirname(resolve(root, loader)));
  const names = modules.map(module => below(realpathSync(join(project, module))));
  for (const [i, name] of names.entries())
    if (closure.imports[name] === undefined)
      throw new Error(
        `${loader}: ${experiment.describe(job)} rests on ${modules[i]}, which it does not import`
      );
  return [...reachable(names, closure.imports)].sort();
}

/**
 * SHA-256 of everything that determines the result of a job that rests on some modules alone: what
 * these import, the packages among it, the job and the seed. Undefined for any other job.
 *
 * @throws if a module that the job names is not in the loader's closure
 */
export function jobHash(loaded: LoadedExperiment, job: unknown): string | undefined {
  const {experiment, closure} = loaded;
  const files = restsOn(loaded, job)?.map(file => [file, closure.files[file] ?? "package"]);
  if (files === undefined) return undefined;
  return hash(JSON.stringify({name: experiment.name, seed: experiment.seed, job, files}));
}

function reachable(from: readonly string[], imports: Closure["imports"]): Set<string> {
  const found = new Set<string>();
  const left = [...from];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    left.push(...(imports[name] ?? []));
  }
  return found;
}
