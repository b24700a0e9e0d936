import {readdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {hash} from "./closure.js";
import {fromExactJson, toExactJson} from "./exactJson.js";
import {removeFolder} from "./removeFolder.js";
import {storedPath} from "./store.js";
import {writeWhole} from "./writeWhole.js";

/** What stands above a part's result: whose it is, and the SHA-256 of the result's text. */
interface Head {
  readonly experiment: string;
  readonly closure: string;
  readonly index: number;
  readonly sha256: string;
}

const folder = (name: string, closure: string) => storedPath(name, closure, "parts");

/** Keeps one finished job of a run, so that an interrupted run goes on where it stopped. */
export function storePart(name: string, closure: string, index: number, result: unknown): void {
  const text = toExactJson({result});
  const head: Head = {experiment: name, closure, index, sha256: hash(text)};
  writeWhole(join(folder(name, closure), String(index)), `${JSON.stringify(head)}\n${text}\n`);
}

/**
 * The finished jobs of an interrupted run, or of shards, among those with these indices. A part that is not what
 * was written, or is another job's, is removed and named on standard error: its job runs again.
 */
export function readParts(
  name: string,
  closure: string,
  indices: readonly number[]
): Map<number, unknown> {
  const results = new Map<number, unknown>();
  const wanted = new Set(indices);
  for (const file of ifThere(() => readdirSync(folder(name, closure))) ?? []) {
    if (!/^\d+$/.test(file) || !wanted.has(Number(file))) continue;
    const path = join(folder(name, closure), file);
    const lines = ifThere(() => readFileSync(path, "utf8"))?.split("\n");
    if (lines === undefined) continue;
    const part = readPart(lines, {experiment: name, closure, index: Number(file)});
    if (part !== undefined) results.set(Number(file), part.result);
    else {
      console.error(`${name}: part ${file} of a run is damaged; its job runs again`);
      rmSync(path, {recursive: true, force: true});
    }
  }
  return results;
}

export const dropParts = (name: string, closure: string): void =>
  removeFolder(folder(name, closure));

function readPart(
  [head, text = ""]: readonly string[],
  wanted: Omit<Head, "sha256">
): {result?: unknown} | undefined {
  const expected: Head = {...wanted, sha256: hash(text)};
  try {
    return head === JSON.stringify(expected) ? fromExactJson(text) : undefined;
  } catch {
    return undefined;
  }
}

/** What is read, unless it is not there: another run may have stored the whole, and removed the parts. */
function ifThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
