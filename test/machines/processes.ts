import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {mkdtempSync, rmSync} from "node:fs";
import {createServer} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {commandPath} from "../../tools/browser/systemPackage.js";

/** A process, what it has said, and its end. */
export interface Running {
  readonly child: ChildProcess;
  said(): string;
  readonly end: Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** Starts a process that ends with the tests. */
export function run(command: string, args: readonly string[], options: object = {}): Running {
  const child = spawn(command, args, {stdio: ["ignore", "pipe", "pipe"], ...options});
  running.add(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", chunk => (text += chunk));
  const end = once(child, "close").then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return {child, said: () => text, end};
}

/** Ends what is still running, at once. */
export async function endAll(): Promise<void> {
  const ends = [...running].map(child => once(child, "close"));
  for (const child of running) child.kill("SIGKILL");
  await Promise.all(ends);
}

/** A process of a checkout's tools. */
export const tool = (folder: string, file: string, args: readonly string[], environment = {}) =>
  run(process.execPath, ["--import", "tsx", `tools/${file}.ts`, ...args], {
    cwd: folder,
    env: {...process.env, ...environment}
  });

export const redisPath = commandPath(["redis-server", "valkey-server"]);

/** A server on a port of its own, with an append-only file in a folder of its own. */
export async function redisServer(
  settings: readonly string[] = [],
  port?: number,
  folder = mkdtempSync(join(tmpdir(), "redis-"))
) {
  const own = port ?? (await freePort());
  const server = run(redisPath ?? "redis-server", [
    ...["--port", String(own), "--dir", folder, "--save", ""],
    ...["--maxmemory-policy", "noeviction", "--appendonly", "yes", "--appendfsync", "always"],
    ...settings
  ]);
  await until(() => /Ready to accept connections/.test(server.said()), server.said);
  return {
    ...server,
    port: own,
    folder,
    remove: () => rmSync(folder, {recursive: true, force: true})
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as {port: number};
  await new Promise(resolve => server.close(resolve));
  return port;
}

/** Waits, a minute at most, until something holds. */
export async function until(holds: () => boolean, said: () => string = () => ""): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if (holds()) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`it took more than a minute: ${said()}`);
}

/** The same in a network namespace. */
export const runIn = (
  space: string,
  folder: string,
  file: string,
  args: readonly string[],
  environment: object = {}
) =>
  run(
    "ip",
    ["netns", "exec", space, process.execPath, "--import", "tsx", `tools/${file}.ts`, ...args],
    {
      cwd: folder,
      env: {...process.env, ...environment}
    }
  );
