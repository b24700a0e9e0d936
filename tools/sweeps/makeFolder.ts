import {mkdirSync, statSync} from "node:fs";
import {dirname} from "node:path";

/**
 * Creates a folder and those above it. Node's `recursive` tries for ever where a folder that is there takes no other
 * one, as below `/proc`.
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have been faster.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST" || !isFolder(folder)) throw error;
  }
}

const isFolder = (path: string): boolean =>
  statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false;
