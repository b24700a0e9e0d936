import {execFileSync} from "node:child_process";
import {randomUUID} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {hostname} from "node:os";

/** Who holds a lock. */
export interface LockOwner {
  readonly host: string;
  readonly pid: number;
  /** When the process began, in its host's words: its id may be another's by now. */
  readonly started: string;
  /** Tells the locks of one process apart. */
  readonly token: string;
}

/** An owner for a lock of this process. */
export const newOwner = (): LockOwner => ({
  host: hostname(),
  pid: process.pid,
  started: startOf(process.pid) ?? "",
  token: randomUUID()
});

/** The owner that a lock's text names, if it names one. */
export function ownerOf(text: string): LockOwner | undefined {
  try {
    const {host, pid, started, token} = JSON.parse(text);
    const named = [host, started, token].every(word => typeof word === "string");
    return named && Number.isSafeInteger(pid) && pid > 0 ? {host, pid, started, token} : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the process that took a lock on this host still runs. */
export const isRunning = ({pid, started}: LockOwner): boolean => startOf(pid) === started;

/**
 * When a process of this host began, in the host's words; "" where the host does not tell, undefined where no
 * process has that id, or one that has ended and is not yet collected.
 */
export function startOf(pid: number): string | undefined {
  if (existsSync("/proc/self/stat")) return startInProc(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return undefined;
  }
  try {
    const environment = {...process.env, LC_ALL: "C"};
    const ps = ["-o", "lstart=", "-p", String(pid)];
    return execFileSync("ps", ps, {encoding: "utf8", env: environment, stdio: "pipe"}).trim();
  } catch {
    return "";
  }
}

function startInProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the name in brackets, in which anything may stand; the third the state, the 22nd the start.
    const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return "ZX".includes(state) ? undefined : rest[18];
  } catch {
    return undefined;
  }
}
