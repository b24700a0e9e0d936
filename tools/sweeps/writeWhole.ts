import {randomUUID} from "node:crypto";
import {renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {makeFolder} from "./makeFolder.js";

/** Times that a file is written again where another process has removed its folder meanwhile. */
const attempts = 20;

/**
 * Writes a file and its folder; a reader sees the whole of it or nothing, whoever else writes it, or removes the
 * folder, at the time.
 *
 * @throws with the file and the system's reason where it cannot be written, as on a full disk
 */
export function writeWhole(target: string, contents: string | Uint8Array): void {
  const partial = `${target}.${randomUUID()}`;
  for (let attempt = 1; ; attempt++)
    try {
      makeFolder(dirname(target));
      writeFileSync(partial, contents);
      renameSync(partial, target);
      return;
    } catch (error) {
      rmSync(partial, {force: true});
      // The second where another process made the folder first, and a third one has removed it since.
      const removed = /^(ENOENT|EEXIST)$/.test((error as NodeJS.ErrnoException).code ?? "");
      if (!removed || attempt === attempts)
        throw new Error(`${target} cannot be written: ${reasonOf(error)}`);
    }
}

/** What the system says of a failure, without the call and the paths: `ENOSPC: no space left on device`. */
export const reasonOf = (error: unknown): string => (error as Error).message.split(",")[0];
