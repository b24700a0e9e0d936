import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {root} from "../root.js";

/** What is used of ioredis. Neither it nor BullMQ is installed before a queue is asked for, hence these types. */
export interface Redis {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, unit: "PX", milliseconds: number): Promise<unknown>;
  mget(...keys: string[]): Promise<(string | null)[]>;
  del(...keys: string[]): Promise<number>;
  hset(key: string, field: string, value: string): Promise<number>;
  hsetnx(key: string, field: string, value: string): Promise<number>;
  hget(key: string, field: string): Promise<string | null>;
  hgetall(key: string): Promise<Record<string, string>>;
  hdel(key: string, ...fields: string[]): Promise<number>;
  pexpire(key: string, milliseconds: number): Promise<number>;
  time(): Promise<[string, string]>;
  info(section: string): Promise<string>;
  connect(): Promise<void>;
  disconnect(): void;
  on(event: "error" | "ready", listener: (error: Error) => void): void;
}

/** What is used of a job of BullMQ. */
export interface Job {
  readonly id?: string;
  readonly name: string;
  readonly data: JobData;
  readonly failedReason?: string;
  getState(): Promise<string>;
  /** Gives back a job that runs, to whoever asks next; `token` is the worker's. */
  moveToWait(token: string): Promise<unknown>;
  remove(): Promise<void>;
}

/** What a job of the queue holds: indices of jobs of an experiment, and no code. */
export interface JobData {
  readonly experiment: string;
  readonly closure: string;
  readonly scale: number;
  readonly indices: readonly number[];
}

interface Closing {
  on(event: "error", listener: (error: Error) => void): void;
  close(force?: boolean): Promise<void>;
  disconnect(): Promise<void>;
}

/** What is used of BullMQ's Queue. */
export interface Queue extends Closing {
  add(name: string, data: JobData, options: object): Promise<Job>;
  getJob(id: string): Promise<Job | undefined>;
  obliterate(options: {readonly force: boolean}): Promise<void>;
}

/** What is used of BullMQ's Worker. */
export interface QueueWorker extends Closing {
  /** Takes no further jobs; does not wait for those that run where it is true. */
  pause(doNotWaitActive: boolean): Promise<void>;
  on(event: "error", listener: (error: Error) => void): void;
  on(event: "stalled", listener: (id: string) => void): void;
}

export interface Library {
  readonly Redis: new (url: string, options: object) => Redis;
  readonly Queue: new (name: string, options: object) => Queue;
  readonly Worker: new (
    name: string,
    handler: (job: Job, token: string) => Promise<unknown>,
    options: object
  ) => QueueWorker;
  /** What a handler throws whose job has been given back. */
  readonly WaitingError: new () => Error;
}

const folder = join(root, "tools/queue");

/**
 * BullMQ and its client, in the locked versions of `tools/queue/package-lock.json`; installed first where they are
 * not there.
 *
 * @throws where they cannot be installed
 */
export async function queueLibrary(): Promise<Library> {
  if (!existsSync(join(folder, "node_modules/bullmq/package.json"))) {
    console.error("installing BullMQ (npm ci in tools/queue) …");
    const install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    const {status} = spawnSync("npm", install, {cwd: folder, stdio: ["ignore", 2, "inherit"]});
    if (status !== 0)
      throw new Error("npm ci in tools/queue failed: the npm registry must be reachable once");
  }
  const resolve = createRequire(join(folder, "package.json")).resolve;
  const load = async (name: string) => import(pathToFileURL(resolve(name)).href);
  const [bullmq, ioredis] = [await load("bullmq"), await load("ioredis")];
  const {Queue, Worker, WaitingError} = bullmq;
  return {Queue, Worker, WaitingError, Redis: ioredis.Redis};
}
