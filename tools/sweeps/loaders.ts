import {existsSync, readdirSync} from "node:fs";
import {basename, join} from "node:path";
import {nearIt} from "../alike.js";

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

/** Experiments of claims: rounding errors in them are promised by no one. */
const rounded = ["ledger", "fresh-seeds"];

/** Paths of the loaders below a project's `data/` whose records have the same bits on every machine. */
export const exactLoaders = (projectRoot: string): string[] =>
  loaders(projectRoot).filter(loader => !rounded.includes(experimentName(loader)));

/**
 * The loaders of the experiments with these names, all where none is given.
 *
 * @throws RangeError naming those that are unknown, and those that there are
 */
export function chooseLoaders(all: readonly string[], names: readonly string[]): string[] {
  const known = all.map(experimentName);
  const unknown = names.filter(name => !known.includes(name));
  if (unknown.length) {
    const [first] = unknown;
    const near = nearIt(first, known) || `; there are ${known.join(", ")}`;
    throw new RangeError(
      `unknown experiment ${unknown.map(each => each || '""').join(", ")}${near}`
    );
  }
  return all.filter(loader => !names.length || names.includes(experimentName(loader)));
}
