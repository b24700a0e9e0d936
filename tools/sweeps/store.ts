import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs";
import {dirname, join} from "node:path";
import {root} from "../root.js";
import {readStream} from "./arrow.js";

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

/**
 * The sidecar of what is stored under a closure hash, once the Arrow stream has been looked at: undefined
 * where nothing is stored, or where what is stored is not what was written, which `report` is told.
 */
export function checkedSidecar(
  name: string,
  closure: string,
  report: (fault: string) => void
): Sidecar | undefined {
  const arrow = storedArrow(name, closure);
  if (arrow === undefined) return undefined;
  const sidecar = sidecarOf(name, closure);
  const stream = readStream(readFileSync(arrow));
  const today = sidecar?.closure === closure && stream?.closure === closure;
  const own = sidecar?.experiment === name && stream?.name === name;
  if (today && own && stream.sha256 === sidecar.sha256) return sidecar;
  report(`${name}: what is stored is not what was written; it runs again (${arrow})`);
  return undefined;
}

function sidecarOf(name: string, closure: string): Sidecar | undefined {
  try {
    return readSidecar(name, closure);
  } catch {
    return undefined;
  }
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

/**
 * Runs `work` while no other process works on the same output; waits for one that does, and says so.
 *
 * @throws if the store cannot be written; the signal's reason where it is aborted while another works
 */
export async function exclusively<T>(
  name: string,
  closure: string,
  work: () => Promise<T>,
  signal?: AbortSignal
): Promise<T> {
  const lock = storedPath(name, closure, "lock");
  for (let tries = 1; !acquire(lock); tries++) {
    if (tries === 10) console.error(`${name}: waits for the process that runs it (${lock})`);
    await new Promise(resolve => setTimeout(resolve, 200));
    signal?.throwIfAborted();
  }
  try {
    return await work();
  } finally {
    rmSync(lock, {force: true});
  }
}

/** Milliseconds after which a lock that names no process is nobody's. */
const unowned = 2000;

function acquire(lock: string): boolean {
  const store = dirname(lock);
  const refuse = ({message}: NodeJS.ErrnoException): never => {
    throw new Error(`the store ${store} cannot be written: ${message}`);
  };
  try {
    mkdirSync(store, {recursive: true});
  } catch (error) {
    refuse(error as Error);
  }
  try {
    writeFileSync(lock, String(process.pid), {flag: "wx"});
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") refuse(error as Error);
  }
  if (isLeft(lock)) rmSync(lock, {force: true});
  return false;
}

/** Whether nobody holds a lock: its process has ended, or it has named none for a while. */
function isLeft(lock: string): boolean {
  const made = statSync(lock, {throwIfNoEntry: false})?.mtimeMs;
  if (made === undefined || !existsSync(lock)) return false;
  const owner = Number(readFileSync(lock, "utf8"));
  return owner > 0 ? !isRunning(owner) : Date.now() - made > unowned;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Writes a file and its folder; a reader sees the whole of it or nothing. */
export function writeWhole(target: string, contents: string | Uint8Array): void {
  mkdirSync(dirname(target), {recursive: true});
  const partial = `${target}.${process.pid}`;
  writeFileSync(partial, contents);
  renameSync(partial, target);
}
