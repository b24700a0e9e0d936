import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {root} from "../root.js";

/** What is known of a stored output besides its bytes; varies between runs, so it stands apart. */
export interface Sidecar {
  readonly experiment: string;
  readonly title: string;
  readonly source: string;
  readonly loader: string;
  readonly seed: number;
  readonly scale: number;
  readonly closure: string;
  readonly sha256: string;
  readonly rows: number;
  readonly bytes: number;
  readonly jobs: number;
  readonly steps: number;
  readonly seconds: number;
  readonly workers: number;
  readonly commit: string;
  readonly finishedAt: string;
  /** What ran, where it is small enough to be read on a page. */
  readonly spec?: object;
}

/** Where outputs are stored, and results that outlive a run. */
export const storeFolder = () => process.env.NOISEFLOOR_STORE ?? join(root, ".cache/store");

/** Where something of an output is stored under its closure hash; `extension` says what. */
export const storedPath = (name: string, closure: string, extension: string) =>
  join(storeFolder(), `${name}-${closure.slice(0, 32)}.${extension}`);

/** Path of the Arrow stream stored under a closure hash, if it is there with its sidecar. */
export function storedArrow(name: string, closure: string): string | undefined {
  const arrow = storedPath(name, closure, "arrow");
  return existsSync(arrow) && existsSync(storedPath(name, closure, "json")) ? arrow : undefined;
}

export function readSidecar(name: string, closure: string): Sidecar {
  return JSON.parse(readFileSync(storedPath(name, closure, "json"), "utf8"));
}

/** Path of what is stored beside the Arrow stream, if it is there. */
export function storedDetails(name: string, closure: string): string | undefined {
  const details = storedPath(name, closure, "details.json");
  return existsSync(details) ? details : undefined;
}

/** Stores an output; a reader sees the whole of it or nothing. */
export function store(
  name: string,
  closure: string,
  bytes: Uint8Array,
  sidecar: Sidecar,
  details?: string
): string {
  if (details !== undefined) writeWhole(storedPath(name, closure, "details.json"), details);
  writeWhole(storedPath(name, closure, "arrow"), bytes);
  writeWhole(storedPath(name, closure, "json"), `${JSON.stringify(sidecar, null, 2)}\n`);
  rmSync(storedPath(name, closure, "parts"), {recursive: true, force: true});
  return storedPath(name, closure, "arrow");
}

/** Runs `work` while no other process works on the same output; waits for one that does. */
export async function exclusively<T>(
  name: string,
  closure: string,
  work: () => Promise<T>
): Promise<T> {
  const lock = storedPath(name, closure, "lock");
  mkdirSync(storeFolder(), {recursive: true});
  while (!acquire(lock)) await new Promise(resolve => setTimeout(resolve, 200));
  try {
    return await work();
  } finally {
    rmSync(lock, {force: true});
  }
}

function acquire(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), {flag: "wx"});
    return true;
  } catch {
    const owner = Number(existsSync(lock) ? readFileSync(lock, "utf8") : Number.NaN);
    if (owner > 0 && !isRunning(owner)) rmSync(lock, {force: true});
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Writes a file and its folder; a reader sees the whole of it or nothing. */
export function writeWhole(target: string, contents: string | Uint8Array): void {
  mkdirSync(dirname(target), {recursive: true});
  const partial = `${target}.${process.pid}`;
  writeFileSync(partial, contents);
  renameSync(partial, target);
}
