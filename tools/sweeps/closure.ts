import {createHash} from "node:crypto";
import {readFileSync, realpathSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import type {Metafile} from "esbuild";
import {root} from "../root.js";
import type {LoadedExperiment} from "./load.js";

/** What a bundle is made of. */
export interface Closure {
  /** SHA-256 of every project file in it, by path below the project. */
  readonly files: Readonly<Record<string, string>>;
  /** Packages in it, `name@version`. */
  readonly packages: readonly string[];
  /** What each of its files and packages imports. */
  readonly imports: Readonly<Record<string, readonly string[]>>;
}

export const hash = (bytes: string | Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

/** The closure that esbuild found; the paths in `metafile` are relative to the project. */
export function closureOf({inputs}: Metafile): Closure {
  const files: Record<string, string> = {};
  const packages = new Set<string>();
  const imports: Record<string, string[]> = {};
  const manifests = new Map<string, string>();
  const nameOf = (input: string): string => {
    const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (folder === undefined) return below(input);
    if (!manifests.has(folder)) {
      const {name, version} = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
      manifests.set(folder, `${name}@${version}`);
      packages.add(`${name}@${version}`);
    }
    return manifests.get(folder) ?? "";
  };
  for (const input of Object.keys(inputs).sort()) {
    const name = nameOf(input);
    if (!packages.has(name)) files[name] = hash(readFileSync(resolve(root, input)));
    imports[name] ??= [];
    for (const {path, external} of inputs[input].imports)
      if (!external) imports[name].push(nameOf(path));
  }
  return {files, packages: [...packages].sort(), imports};
}

/**
 * SHA-256 of everything that determines an experiment's output: the contents of the loader and of
 * all it imports, the versions of the packages it uses, its spec, its seed and the scale.
 */
export function closureHash({experiment, closure}: LoadedExperiment, scale: number): string {
  const {name, seed, spec} = experiment;
  const {files, packages} = closure;
  return hash(JSON.stringify({name, seed, spec, scale, files, packages}));
}

/**
 * SHA-256 of everything that determines the result of a job that rests on some modules alone: what
 * these import, the packages among it, the job and the seed. Undefined for any other job.
 *
 * @throws if a module that the job names is not in the loader's closure
 */
export function jobHash(loaded: LoadedExperiment, job: unknown): string | undefined {
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
  const rests = [...reachable(names, closure.imports)].sort();
  const files = rests.map(file => [file, closure.files[file] ?? "package"]);
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

const below = (path: string): string => relative(root, resolve(root, path));
