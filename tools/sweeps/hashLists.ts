import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../root.js";
import {writeWhole} from "./writeWhole.js";

/** SHA-256 of records, by the name of what yields them. */
export type Hashes = Readonly<Record<string, string>>;

/** Where the hashes of every experiment's records at the printed scale are committed. */
export const publishedList = join(root, "data/published.json");

export const readHashes = (file: string): Hashes =>
  existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};

export interface Recording {
  /** Every name that there is: another that is written down belongs to nothing any more. */
  readonly known: readonly string[];
  /** Whether a hash that is written down may change. */
  readonly replace: boolean;
}

/**
 * Writes hashes into a committed list, sorted by name. Those that are new go in; a hash that is already
 * written down changes, and a name that is not known any more goes, where `replace` allows it.
 *
 * @returns a line for each difference, and whether all that was found is now written down
 */
export function recordHashes(
  file: string,
  found: Hashes,
  {known, replace}: Recording
): {lines: string[]; complete: boolean} {
  const old = readHashes(file);
  const next: Record<string, string> = {...old, ...found};
  const changed = Object.keys(found).filter(name => name in old && old[name] !== found[name]);
  const gone = Object.keys(old).filter(name => !known.includes(name));
  if (replace) for (const name of gone) delete next[name];
  else for (const name of changed) next[name] = old[name];
  const sorted = Object.entries(next).sort(([a], [b]) => (a < b ? -1 : 1));
  writeWhole(file, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
  const differing = [
    ...changed.map(name => `${name}: ${found[name]}, where ${old[name]} is written down`),
    ...gone.map(name => `${name}: written down, and not there any more`)
  ];
  return {
    lines: [
      ...Object.keys(found)
        .filter(name => !(name in old))
        .map(name => `${name}: ${found[name]}, new`),
      ...differing.map(line => (replace ? `${line}: replaced` : `${line}: kept; see --replace`))
    ],
    complete: replace || differing.length === 0
  };
}

/** Whether a hash is the published one, and in words which is which. */
export function compareHash(
  published: string | undefined,
  sha256: string
): {same: boolean; words: string} {
  if (published === sha256) return {same: true, words: `the published bits  sha256 ${sha256}`};
  const words =
    published === undefined
      ? `nothing is published of it  sha256 ${sha256}`
      : `OTHER BITS THAN PUBLISHED  sha256 ${sha256}  published ${published}`;
  return {same: false, words};
}
