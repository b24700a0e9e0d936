import {monitorEventLoopDelay} from "node:perf_hooks";
import {pathToFileURL} from "node:url";
import {root} from "../root.js";
import {closureHash} from "../sweeps/closureHash.js";
import {type LoadedExperiment, loadExperiment} from "../sweeps/load.js";
import {experimentName, loaders} from "../sweeps/loaders.js";
import {newOwner} from "../sweeps/lockOwner.js";
import {
  type Announcement,
  alive,
  beat,
  losses,
  mostBytes,
  prefix,
  queueName,
  refusalsKey,
  resultKey,
  resultLife,
  runsKey,
  sumsKey,
  workersKey
} from "./keys.js";
import type {Job, QueueWorker} from "./library.js";
import {writeFailure, writeResult} from "./result.js";
import type {Server} from "./server.js";
import {ThreadPool} from "./threadPool.js";

/** A run that this worker takes part in. */
interface Taken {
  readonly queue: QueueWorker;
  readonly pool: ThreadPool;
  /** Jobs that run. */
  readonly running: Set<Promise<unknown>>;
}

/** Milliseconds without a sign of life after which a job is given to another worker. */
const lockDuration = 10_000;
/** Milliseconds of a busy event loop that are logged: beyond, locks are not renewed in time. */
const slow = 1000;

/**
 * Runs jobs that producers put on a server, on `threads` threads, until the signal fires. A run whose closure hash
 * is not that of this checkout's code is refused, naming both hashes; no code comes from the server.
 */
export async function serve(
  server: Server,
  {threads, signal, log}: {threads: number; signal: AbortSignal; log: (line: string) => void}
): Promise<void> {
  const {redis, redact} = server;
  const {host, pid, token} = newOwner();
  const name = `${host}/${pid}/${token.slice(0, 8)}`;
  const taken = new Map<string, Taken>();
  const refused = new Set<string>();
  const delay = monitorEventLoopDelay({resolution: 20});
  delay.enable();
  log(`worker ${name}: ${threads} threads, waits for runs on ${server.place}`);
  const stopped = new Promise<void>(resolve =>
    signal.addEventListener("abort", () => resolve(), {once: true})
  );
  try {
    while (!signal.aborted) {
      await Promise.race([look().catch(error => log(redact(error.message))), stopped]);
      if (delay.max > slow * 1e6)
        log(`the event loop stood still for ${(delay.max / 1e9).toFixed(1)} s`);
      delay.reset();
      await Promise.race([new Promise(resolve => setTimeout(resolve, beat)), stopped]);
    }
  } finally {
    delay.disable();
    const left = redis.hdel(workersKey, name).catch(() => 0);
    await Promise.all([...taken.values()].map(leave));
    await Promise.race([left, new Promise(resolve => setTimeout(resolve, 1000).unref())]);
  }

  /** Shows a sign of life, takes new runs and leaves those whose producers have gone. */
  async function look(): Promise<void> {
    const now = Number((await redis.time())[0]) * 1000;
    await redis.hset(workersKey, name, JSON.stringify({at: now, threads}));
    const runs = await redis.hgetall(runsKey);
    for (const [closure, run] of taken)
      if (!isAlive(runs[closure], now)) {
        taken.delete(closure);
        await leave(run);
      }
    // A run that is asked for again is looked at again: the code may have been brought up to date.
    for (const closure of refused)
      if (!isAlive(runs[closure], now)) {
        refused.delete(closure);
        await redis.hdel(refusalsKey(closure), name);
      }
    for (const [closure, text] of Object.entries(runs))
      if (isAlive(text, now) && !taken.has(closure) && !refused.has(closure))
        await consider(closure, JSON.parse(text));
  }

  async function consider(closure: string, {experiment, scale}: Announcement): Promise<void> {
    const own = await ownClosure(experiment, scale);
    if (own.closure !== closure || own.loaded === undefined) {
      refused.add(closure);
      log(
        `${experiment}: refused: the run has the closure hash ${closure}, this code ${own.closure}`
      );
      await redis.hset(refusalsKey(closure), name, own.closure);
      await redis.pexpire(refusalsKey(closure), resultLife);
      return;
    }
    log(`${experiment}: takes part (scale ${scale})`);
    const {loaded} = own;
    const jobs = loaded.experiment.jobs(scale);
    const pool = new ThreadPool(pathToFileURL(loaded.bundle).href, threads);
    const running = new Set<Promise<unknown>>();
    const handler = (job: Job, token: string) => {
      const work = run(job, token, {jobs, pool});
      running.add(work);
      return work.finally(() => running.delete(work));
    };
    const queue = new server.library.Worker(queueName(closure), handler, {
      connection: server.connection,
      prefix,
      concurrency: threads,
      lockDuration,
      stalledInterval: lockDuration,
      maxStalledCount: losses
    });
    queue.on("error", ({message}: Error) => log(redact(message)));
    queue.on("stalled", (id: string) =>
      log(`${id}: its worker shows no sign of life; it runs again`)
    );
    taken.set(closure, {queue, pool, running});
  }

  /** Runs the jobs of an experiment that a job of the queue names, one after another on one thread. */
  async function run(
    job: Job,
    token: string,
    {jobs, pool}: {readonly jobs: readonly unknown[]; readonly pool: ThreadPool}
  ): Promise<number> {
    const {data} = job;
    for (const index of data.indices) {
      const began = performance.now();
      try {
        const result = await pool.run(index, jobs[index]);
        const seconds = (performance.now() - began) / 1000;
        await hand(data.closure, index, writeResult({result, seconds, worker: name}));
      } catch (error) {
        if (pool.isClosed || signal.aborted) {
          // Given back before this worker goes; where it cannot be, its lock runs out.
          await job.moveToWait(token).catch(() => {});
          throw new server.library.WaitingError();
        }
        throw new Error(writeFailure({index, message: redact((error as Error).message)}));
      }
    }
    return data.indices.length;
  }

  /** @throws where the result is too large for a queue, or another worker has found other bits */
  async function hand(
    closure: string,
    index: number,
    {text, sha256}: {text: string; sha256: string}
  ): Promise<void> {
    if (Buffer.byteLength(text) > mostBytes)
      throw new Error(
        `its result has ${(Buffer.byteLength(text) / 1e6).toFixed(1)} MB, and a queue carries at most ${mostBytes / 1e6} MB: use --shard`
      );
    const sums = sumsKey(closure);
    await persevere(() =>
      redis.hsetnx(sums, String(index), JSON.stringify({sha256, worker: name}))
    );
    const first = JSON.parse((await redis.hget(sums, String(index))) ?? "{}");
    if (first.sha256 !== sha256)
      throw new Error(
        `worker ${name} computed the SHA-256 ${sha256}, worker ${first.worker} ${first.sha256}: one of them is broken`
      );
    await redis.pexpire(sums, resultLife);
    await persevere(() => redis.set(resultKey(closure, index), text, "PX", resultLife));
  }

  /** Tries again while the server's memory is full: results that are fetched make room. */
  async function persevere<T>(command: () => Promise<T>): Promise<T> {
    for (let told = false; ; ) {
      try {
        return await command();
      } catch (error) {
        if (!/^OOM\b/.test((error as Error).message)) throw error;
        if (!told) log(`the memory of ${server.place} is full; waiting until results are fetched`);
        told = true;
        await Promise.race([new Promise(resolve => setTimeout(resolve, 500)), stopped]);
        signal.throwIfAborted();
      }
    }
  }
}

function isAlive(text: string | undefined, now: number): boolean {
  try {
    return now - (JSON.parse(text ?? "") as Announcement).at < alive;
  } catch {
    return false;
  }
}

/** Milliseconds within which jobs are given back: the server may be away. */
const courtesy = 1000;

/** Stops at once, and gives back what is under way: another worker runs it again. */
async function leave({queue, pool, running}: Taken): Promise<void> {
  await queue.pause(true).catch(() => {});
  await pool.close();
  await Promise.race([
    Promise.allSettled(running),
    new Promise(resolve => setTimeout(resolve, courtesy).unref())
  ]);
  await queue.close(true).catch(() => {});
}

/** What this checkout's code says of an experiment; "none" where it has no such experiment, or one that cannot be loaded. */
async function ownClosure(
  experiment: string,
  scale: number
): Promise<{closure: string; loaded?: LoadedExperiment}> {
  const loader = loaders(root).find(each => experimentName(each) === experiment);
  if (loader === undefined) return {closure: "none"};
  try {
    const loaded = await loadExperiment(loader);
    return {closure: closureHash(loaded, scale), loaded};
  } catch (error) {
    return {closure: `none (${(error as Error).message})`};
  }
}
