import {existsSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {startOf} from "./lockOwner.js";
import {writeWhole} from "./writeWhole.js";

/** Where runs leave how far they are for a preview; undefined where there is none. */
const folder = (): string | undefined => process.env.NOISEFLOOR_PROGRESS || undefined;

const fileOf = (folder: string, name: string) => join(folder, `${process.pid}.${name}`);

/** Leaves a line on how far a run of this process is for the preview, where there is one. */
export function leaveProgress(name: string, line: string): void {
  const to = folder();
  if (to) writeWhole(fileOf(to, name), line);
}

/** Takes the line away again. */
export function endProgress(name: string): void {
  const from = folder();
  if (from) rmSync(fileOf(from, name), {force: true});
}

/** The lines that running processes have left in a folder. */
export function readProgress(from: string): string[] {
  if (!existsSync(from)) return [];
  return readdirSync(from)
    .sort()
    .flatMap(file => {
      const [, pid] = /^(\d+)\.[\w-]+$/.exec(file) ?? [];
      if (pid === undefined || startOf(Number(pid)) === undefined) return [];
      try {
        return readFileSync(join(from, file), "utf8");
      } catch {
        // Its run has ended meanwhile.
        return [];
      }
    });
}
