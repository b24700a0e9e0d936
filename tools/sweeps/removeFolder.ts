import {randomUUID} from "node:crypto";
import {renameSync, rmSync} from "node:fs";
import {reasonOf} from "./writeWhole.js";

/**
 * Removes a folder with all that is in it, also while other processes write into it: from then on they make it anew.
 *
 * @throws with the folder and the system's reason where it cannot be removed
 */
export function removeFolder(folder: string): void {
  const aside = `${folder}.${randomUUID()}`;
  try {
    renameSync(folder, aside);
    removeAll(aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw new Error(`${folder} cannot be removed: ${reasonOf(error)}`);
  }
}

/** Removes a folder that nobody finds any more; a write that had found it before may still put a file there. */
function removeAll(folder: string, attempts = 20): void {
  try {
    rmSync(folder, {recursive: true, force: true});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOTEMPTY" || attempts === 1) throw error;
    removeAll(folder, attempts - 1);
  }
}
