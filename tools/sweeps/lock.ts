import {randomUUID} from "node:crypto";
import {
  closeSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync
} from "node:fs";
import {hostname} from "node:os";
import {dirname} from "node:path";
import {isRunning, newOwner, ownerOf} from "./lockOwner.js";
import {makeFolder} from "./makeFolder.js";
import {reasonOf} from "./writeWhole.js";

/** Milliseconds between two looks at a lock. */
const pause = 200;
/** Milliseconds of waiting after which it is said for whom. */
const silence = 2000;
/** Milliseconds between two signs of life of an owner. */
const beat = 30_000;
/** Milliseconds without any change after which a lock is nobody's, by whom it names. */
const patience = {nobody: 2000, anotherHost: 20 * beat};

interface Waiting {
  /** What is waited for. */
  readonly name: string;
  readonly signal?: AbortSignal;
}

/**
 * Runs `work` while no other process holds the lock, a file in a folder that hosts may share; waits for one
 * that does, and says for whom. A lock whose process has ended is taken over, and one of another host that
 * shows no sign of life for ten minutes of this process's clock.
 *
 * @throws naming the folder if it cannot be written; the signal's reason where it is aborted meanwhile
 */
export async function exclusively<T>(
  lock: string,
  work: () => Promise<T>,
  {name, signal}: Waiting
): Promise<T> {
  const own = JSON.stringify(newOwner());
  const began = performance.now();
  let seen = {text: "", touched: 0};
  let since = began;
  let told: string | undefined;
  while (!create(lock, own)) {
    const held = look(lock);
    if (held === undefined) continue;
    const now = performance.now();
    if (held.text !== seen.text || held.touched !== seen.touched) since = now;
    seen = held;
    if (now - since >= patienceFor(held.text)) {
      takeAway(lock, held.text);
      continue;
    }
    if (now - began >= silence && told !== held.text) {
      console.error(`${name}: waits for ${words(held.text)} (${lock})`);
      told = held.text;
    }
    await new Promise(resolve => setTimeout(resolve, pause));
    signal?.throwIfAborted();
  }
  const pulse = setInterval(() => touch(lock), beat);
  pulse.unref();
  try {
    return await work();
  } finally {
    clearInterval(pulse);
    if (look(lock)?.text === own) rmSync(lock, {force: true});
  }
}

function patienceFor(text: string): number {
  const owner = ownerOf(text);
  if (owner === undefined) return patience.nobody;
  if (owner.host !== hostname()) return patience.anotherHost;
  return isRunning(owner) ? Infinity : 0;
}

function words(text: string): string {
  const owner = ownerOf(text);
  if (owner === undefined) return "a lock that names no process";
  const host = owner.host === hostname() ? "" : ` on the host ${owner.host}`;
  return `process ${owner.pid}${host}, which runs it`;
}

/** Whether the lock was free; it then holds `text`. */
function create(lock: string, text: string): boolean {
  attempt(lock, "", () => makeFolder(dirname(lock)));
  return attempt(lock, "EEXIST", () => {
    const file = openSync(lock, "wx");
    try {
      writeFileSync(file, text);
    } catch (error) {
      rmSync(lock, {force: true});
      throw error;
    } finally {
      closeSync(file);
    }
  });
}

/** What a lock holds, and when it was written or touched; undefined where it is gone. */
function look(lock: string): {text: string; touched: number} | undefined {
  let held: {text: string; touched: number} | undefined;
  attempt(lock, "ENOENT", () => {
    const stat = lstatSync(lock);
    held = {text: stat.isFile() ? readFileSync(lock, "utf8") : "", touched: stat.mtimeMs};
  });
  return held;
}

/** Removes a lock that holds `text`; where it has been taken over in the meantime it is put back. */
function takeAway(lock: string, text: string): void {
  const aside = `${lock}.${randomUUID()}`;
  if (!attempt(lock, "ENOENT", () => renameSync(lock, aside))) return;
  if (look(aside)?.text !== text) attempt(lock, "EEXIST", () => linkSync(aside, lock));
  rmSync(aside, {recursive: true, force: true});
}

/** Whether `action` went through; the failure with that code is expected. */
function attempt(lock: string, expected: string, action: () => void): boolean {
  try {
    action();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === expected) return false;
    throw new Error(`the store ${dirname(lock)} cannot be written: ${reasonOf(error)}`);
  }
}

/** Shows a sign of life; a store that has gone away meanwhile is noticed when the result is kept. */
function touch(lock: string): void {
  try {
    utimesSync(lock, new Date(), new Date());
  } catch {}
}
