import {existsSync, readdirSync} from "node:fs";
import {basename, join} from "node:path";

/** Paths of all experiments' loaders below a project's `data/`, sorted. */
export function loaders(projectRoot: string): string[] {
  const folder = join(projectRoot, "data");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(file => file.endsWith(".arrow.ts"))
    .sort()
    .map(file => join(folder, file));
}

/** The experiment's name, from its loader's path. */
export const experimentName = (loader: string): string => basename(loader, ".arrow.ts");
