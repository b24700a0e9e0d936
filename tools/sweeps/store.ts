import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../root.js";
import {readStream} from "./arrow.js";
import {hash} from "./closure.js";
import {removeFolder} from "./removeFolder.js";
import {writeWhole} from "./writeWhole.js";

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
  /** SHA-256 of the files beside it, as they were written; sidecars of earlier versions have none. */
  readonly files?: Checksums;
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

/** SHA-256 of a stored Arrow stream, with all that is beside its records, and of its details. */
export interface Checksums {
  readonly arrow: string;
  readonly details?: string;
}

export const checksums = (bytes: Uint8Array, details?: string | Uint8Array): Checksums => ({
  arrow: hash(bytes),
  ...(details === undefined ? {} : {details: hash(details)})
});

/** Where outputs are stored, and results that outlive a run. */
export const storeFolder = () => process.env.NOISEFLOOR_STORE || join(root, ".cache/store");

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
  const bytes = readStored(arrow);
  const stream = readStream(bytes);
  const today = sidecar?.closure === closure && stream?.closure === closure;
  const own = sidecar?.experiment === name && stream?.name === name;
  if (today && own && stream.sha256 === sidecar.sha256 && areThere(sidecar, bytes)) return sidecar;
  report(`${name}: what is stored is not what was written; it runs again (${arrow})`);
  return undefined;
}

/** Whether the stream and its details are the ones that the sidecar was written beside. */
function areThere({experiment, closure, files}: Sidecar, bytes: Uint8Array): boolean {
  if (files === undefined) return true;
  const details = storedDetails(experiment, closure);
  const found = checksums(bytes, details && readStored(details));
  return found.arrow === files?.arrow && found.details === files?.details;
}

function readStored(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Error(`${file} in the store cannot be read: ${(error as Error).message}`);
  }
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
  removeFolder(storedPath(name, closure, "parts"));
  return storedPath(name, closure, "arrow");
}
