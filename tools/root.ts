import {existsSync, realpathSync} from "node:fs";
import {dirname} from "node:path";
import {fileURLToPath} from "node:url";

/** The project's root folder, whatever the working directory. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Whether the module with this URL is the one that Node was started with, also by way of a link. */
export function isMain(url: string): boolean {
  const [, started = ""] = process.argv;
  return existsSync(started) && realpathSync(started) === fileURLToPath(url);
}
