import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from "node:fs";
import {dirname, join} from "node:path";
import {deserialize, serialize} from "node:v8";
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

const path = (name: string, closure: string, extension: string) =>
  join(storeFolder(), `${name}-${closure.slice(0, 32)}.${extension}`);

/** Path of the Arrow stream stored under a closure hash, if it is there with its sidecar. */
export function storedArrow(name: string, closure: string): string | undefined {
  const arrow = path(name, closure, "arrow");
  return existsSync(arrow) && existsSync(path(name, closure, "json")) ? arrow : undefined;
}

export function readSidecar(name: string, closure: string): Sidecar {
  return JSON.parse(readFileSync(path(name, closure, "json"), "utf8"));
}

/** Path of what is stored beside the Arrow stream, if it is there. */
export function storedDetails(name: string, closure: string): string | undefined {
  const details = path(name, closure, "details.json");
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
  if (details !== undefined) writeWhole(path(name, closure, "details.json"), details);
  writeWhole(path(name, closure, "arrow"), bytes);
  writeWhole(path(name, closure, "json"), `${JSON.stringify(sidecar, null, 2)}\n`);
  rmSync(path(name, closure, "parts"), {recursive: true, force: true});
  return path(name, closure, "arrow");
}

/** Keeps one finished job of a run, so that an interrupted run goes on where it stopped. */
export function storePart(name: string, closure: string, index: number, result: unknown): void {
  writeWhole(join(path(name, closure, "parts"), String(index)), serialize(result));
}

/** The finished jobs of an interrupted run, by index. */
export function readParts(name: string, closure: string): Map<number, unknown> {
  const parts = path(name, closure, "parts");
  const results = new Map<number, unknown>();
  if (!existsSync(parts)) return results;
  for (const file of readdirSync(parts))
    if (/^\d+$/.test(file)) results.set(Number(file), deserialize(readFileSync(join(parts, file))));
  return results;
}

export function dropParts(name: string, closure: string): void {
  rmSync(path(name, closure, "parts"), {recursive: true, force: true});
}

/** Runs `work` while no other process works on the same output; waits for one that does. */
export async function exclusively<T>(
  name: string,
  closure: string,
  work: () => Promise<T>
): Promise<T> {
  const lock = path(name, closure, "lock");
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
