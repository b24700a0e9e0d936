import {accessSync, constants, statSync} from "node:fs";
import {dirname} from "node:path";

/** @throws unless a file can be written under the path that an option names */
export function checkOutput(option: string, file: string): void {
  const folder = dirname(file);
  if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory())
    throw new Error(`${option} must name a file in a folder that is there; got ${file}`);
  const old = statSync(file, {throwIfNoEntry: false});
  if (old?.isDirectory()) throw new Error(`${option} must name a file; got the folder ${file}`);
  try {
    accessSync(old ? file : folder, constants.W_OK);
  } catch {
    throw new Error(`${option} must name a file that can be written; got ${file}`);
  }
}
