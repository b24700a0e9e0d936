import {mkdirSync, readFileSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {build} from "esbuild";
import {root} from "../root.js";
import {writeWhole} from "../sweeps/writeWhole.js";
import {declarationsIn} from "./declarations.js";
import {entries, programs} from "./entries.js";

/** Where the built modules stand, as `files` and `exports` of `package.json` have it. */
export const packageFolder = join(root, "package");

type Entry = keyof typeof entries;
const names = Object.keys(entries) as Entry[];

/** The committed file that says what a module declares; a changed surface shows in its diff. */
export const surfaceFile = (name: Entry): string => join(root, "docs/surface", `${name}.d.ts`);

/**
 * Builds the package's modules with their declarations beside the last ones, and swaps them at the end.
 * Returns what each module declares.
 *
 * @throws Error where the core does not type-check or cannot be bundled
 */
export async function buildPackage(folder = packageFolder): Promise<Record<Entry, string>> {
  const fresh = join(root, ".cache", `package-${process.pid}`);
  const scratch = `${fresh}-types`;
  try {
    for (const empty of [fresh, scratch]) {
      rmSync(empty, {recursive: true, force: true});
      mkdirSync(empty, {recursive: true});
    }
    await build({
      entryPoints: {...entries, ...programs},
      absWorkingDir: root,
      outdir: fresh,
      bundle: true,
      splitting: true,
      chunkNames: "shared-[hash]",
      packages: "external",
      format: "esm",
      platform: "neutral",
      target: "es2022",
      legalComments: "none",
      logLevel: "silent"
    });
    const declared = declarationsIn(scratch);
    for (const name of names) writeWhole(join(fresh, `${name}.d.ts`), declared[name].types);
    rmSync(folder, {recursive: true, force: true});
    renameSync(fresh, folder);
    return Object.fromEntries(names.map(name => [name, declared[name].surface])) as Record<
      Entry,
      string
    >;
  } finally {
    for (const left of [fresh, scratch]) rmSync(left, {recursive: true, force: true});
  }
}

/** Writes down the surfaces that differ from what is written down, and names their files. */
export function recordSurfaces(surfaces: Readonly<Record<Entry, string>>): string[] {
  return names.flatMap(name => {
    const file = surfaceFile(name);
    if (isRecorded(file, surfaces[name])) return [];
    writeWhole(file, surfaces[name]);
    return [file];
  });
}

function isRecorded(file: string, surface: string): boolean {
  try {
    return readFileSync(file, "utf8") === surface;
  } catch {
    return false;
  }
}
