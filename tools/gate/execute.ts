import {spawn, spawnSync} from "node:child_process";
import {closeSync, mkdirSync, openSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {stripVTControlCharacters} from "node:util";
import {root} from "../root.js";
import type {Outcome} from "./step.js";

/** Where a running step's output can be followed, one file per step. */
const logs = join(root, ".cache/gate");

/** Lines of a failed command that stand for what failed. */
const tail = 5;

/** How a command is run. */
export interface Manner {
  /** Whether to show what it says as it comes rather than to keep it. */
  readonly live: boolean;
  /** Ends the command, and all that it has started, when it fires. */
  readonly signal: AbortSignal;
  /** Variables beside those of this process. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a command in the project's root; what it says is shown as it comes, or kept. */
export async function execute(
  name: string,
  [command, ...args]: readonly string[],
  {live, signal, environment}: Manner
): Promise<{status: number | null; output: string}> {
  mkdirSync(logs, {recursive: true});
  const log = join(logs, `${name}.log`);
  const file = live ? undefined : openSync(log, "w");
  const child = spawn(command, args, {
    cwd: root,
    env: {...process.env, ...environment},
    stdio: ["ignore", file ?? "inherit", file ?? "inherit"],
    // A group of its own, so that what it starts can be ended with it.
    detached: true
  });
  const end = () => endGroup(child.pid);
  signal.addEventListener("abort", end);
  process.on("exit", end);
  try {
    const status = await new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    return {status, output: live ? "" : readFileSync(log, "utf8")};
  } finally {
    signal.removeEventListener("abort", end);
    process.off("exit", end);
    if (file !== undefined) closeSync(file);
  }
}

function endGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, "SIGKILL");
  } catch {}
}

/** Runs a command that passes by ending with status 0. */
export async function check(
  name: string,
  command: readonly string[],
  manner: Manner
): Promise<Outcome> {
  const {status, output} = await execute(name, command, manner);
  if (status === 0) return {passed: 1, failed: 0, skipped: 0, output, failures: []};
  const lines = stripVTControlCharacters(output)
    .split("\n")
    .filter(line => line.trim());
  const failures = [`exit status ${status}`, ...lines.slice(-tail)];
  return {passed: 0, failed: 1, skipped: 0, output, failures};
}

/** The command that runs one of the project's TypeScript files. */
export const tool = (file: string, ...args: string[]): string[] => [
  process.execPath,
  "--import",
  "tsx",
  file,
  ...args
];

/** Whether a process can cut its own network on this machine. */
export const canCutNetwork = (): boolean => spawnSync("unshare", ["-rn", "true"]).status === 0;

/** A command in a network of its own, where there is nothing but this machine's loopback. */
export const offline = (command: readonly string[]): string[] => [
  "unshare",
  "-rn",
  "sh",
  "-c",
  'ip link set lo up; exec "$0" "$@"',
  ...command
];
