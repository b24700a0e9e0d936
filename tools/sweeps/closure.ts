import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {join, relative, resolve} from "node:path";
import type {Metafile} from "esbuild";
import {root} from "../root.js";

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

/** A path below the project. */
export const below = (path: string): string => relative(root, resolve(root, path));
