import {randomUUID} from "node:crypto";
import {renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {makeFolder} from "./makeFolder.js";

/**
 * Writes a file and its folder; a reader sees the whole of it or nothing, whoever else writes it at the time.
 *
 * @throws with the file and the system's reason where it cannot be written, as on a full disk
 */
export function writeWhole(target: string, contents: string | Uint8Array): void {
  const partial = `${target}.${randomUUID()}`;
  try {
    makeFolder(dirname(target));
    writeFileSync(partial, contents);
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, {force: true});
    throw new Error(`${target} cannot be written: ${reasonOf(error)}`);
  }
}

/** What the system says of a failure, without the call and the paths: `ENOSPC: no space left on device`. */
export const reasonOf = (error: unknown): string => (error as Error).message.split(",")[0];
