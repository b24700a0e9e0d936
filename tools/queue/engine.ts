import {closureHash} from "../sweeps/closureHash.js";
import type {Engine, RunJobs} from "../sweeps/run.js";
import {
  type Announcement,
  alive,
  beat,
  jobId,
  losses,
  prefix,
  queueName,
  refusalsKey,
  resultKey,
  runsKey,
  workersKey
} from "./keys.js";
import type {Queue} from "./library.js";
import {nextGroup} from "./nextGroup.js";
import {readFailure, readResult} from "./result.js";
import type {Server} from "./server.js";

/** Milliseconds between two looks for results. */
const pause = 100;
/** Jobs that are queued for each thread of a worker, the one that it runs included. */
const ahead = 4;
/** Milliseconds without a worker, or without memory on the server, after which it is said. */
const patience = 10_000;

/** Runs jobs on the workers of a server. */
export const queueEngine =
  (server: Server, log: (line: string) => void = console.error): Engine =>
  run => ({
    async run(indices, deliver, signal) {
      const producer = new Producer(server, run, {indices, deliver, log});
      const over = new Promise<void>(resolve =>
        signal.addEventListener("abort", () => resolve(), {once: true})
      );
      try {
        await Promise.race([producer.run(signal), over]);
      } finally {
        await producer.leave();
      }
    }
  });

/** A job of the queue that is not finished. */
interface Outstanding {
  /** All of its indices: what was fetched is written again where the job is given back and begins anew. */
  readonly all: readonly number[];
  readonly left: Set<number>;
  /** When it was queued. */
  readonly since: number;
}

class Producer {
  private readonly closure: string;
  private readonly queue: Queue;
  private readonly missing: Set<number>;
  private readonly outstanding = new Map<string, Outstanding>();
  private readonly reported = new Set<string>();
  private threads = 0;
  private done = {cost: 0, seconds: 0};
  private looked = 0;
  private began = performance.now();
  private full: number | undefined;

  constructor(
    private readonly server: Server,
    private readonly jobs: RunJobs,
    private readonly to: {
      readonly indices: readonly number[];
      readonly deliver: (index: number, result: unknown) => void;
      readonly log: (line: string) => void;
    }
  ) {
    this.closure = closureHash(jobs.loaded, jobs.scale);
    this.missing = new Set(to.indices);
    this.queue = new server.library.Queue(queueName(this.closure), {
      connection: server.connection,
      prefix,
      streams: {events: {maxLen: 100}}
    });
    this.queue.on("error", () => {});
  }

  async run(signal: AbortSignal): Promise<void> {
    await this.fetch([...this.missing]);
    while (this.missing.size && !signal.aborted) {
      if (performance.now() - this.looked > beat) {
        this.looked = performance.now();
        await this.announce();
        await this.examine();
      }
      await this.fill();
      await new Promise(resolve => setTimeout(resolve, pause));
      await this.fetch([...this.outstanding.values()].flatMap(({all}) => all));
    }
  }

  /** Takes back what is queued, as far as the server is there, and lets go of it. */
  async leave(): Promise<void> {
    const away = async () => {
      await this.server.redis.hdel(runsKey, this.closure);
      await this.queue.obliterate({force: true});
    };
    const soon = <T>(what: Promise<T>) =>
      Promise.race([
        what.catch(() => {}),
        new Promise(resolve => setTimeout(resolve, 2000).unref())
      ]);
    await soon(away());
    await soon(this.queue.disconnect());
  }

  /** Says that this run is wanted, and learns which workers there are. */
  private async announce(): Promise<void> {
    const {redis} = this.server;
    const {experiment} = this.jobs.loaded;
    const now = Number((await redis.time())[0]) * 1000;
    const run: Announcement = {experiment: experiment.name, scale: this.jobs.scale, at: now};
    await this.persevere(() => redis.hset(runsKey, this.closure, JSON.stringify(run)));
    const workers = Object.entries(await redis.hgetall(workersKey))
      .map(([name, text]) => ({name, ...(JSON.parse(text) as {at: number; threads: number})}))
      .filter(({at}) => now - at < alive);
    const refusals = await redis.hgetall(refusalsKey(this.closure));
    const others = workers.filter(({name}) => refusals[name] !== undefined);
    for (const {name} of others)
      this.say(
        `${experiment.name}: worker ${name} has other code: its closure hash is ${refusals[name]}, this run's ${this.closure}`
      );
    this.threads = workers
      .filter(({name}) => refusals[name] === undefined)
      .reduce((sum, each) => sum + each.threads, 0);
    if (this.threads) this.began = performance.now();
    else if (performance.now() - this.began > patience) {
      if (others.length)
        throw new Error(
          `${experiment.name}: every worker on ${this.server.place} has other code: this run has the closure hash ${this.closure}, ${others.map(({name}) => `worker ${name} ${refusals[name]}`).join(", ")}`
        );
      this.say(
        `${experiment.name}: no worker is there; on each machine: npm run worker -- redis://${this.server.place}`
      );
    }
  }

  private say(line: string): void {
    if (this.reported.has(line)) return;
    this.reported.add(line);
    this.to.log(line);
  }

  /** Queues jobs up to the window, in groups of some seconds. */
  private async fill(): Promise<void> {
    const queued = new Set([...this.outstanding.values()].flatMap(({left}) => [...left]));
    const free = [...this.missing].filter(i => !queued.has(i));
    const speed = this.done.seconds ? this.done.cost / this.done.seconds : undefined;
    while (free.length && this.outstanding.size < ahead * Math.max(1, this.threads)) {
      const indices = nextGroup(free, {costs: this.jobs.costs, speed, threads: this.threads});
      free.splice(0, indices.length);
      if (!(await this.add(indices))) return;
    }
  }

  /** @returns false where the server has no memory for it now */
  private async add(indices: readonly number[]): Promise<boolean> {
    const {closure} = this;
    const {loaded, scale} = this.jobs;
    const id = jobId(closure, indices);
    const data = {experiment: loaded.experiment.name, closure, scale, indices};
    const options = {jobId: id, removeOnComplete: true, removeOnFail: false};
    const added = await this.persevere(async () => {
      await this.queue.add("jobs", data, options);
      return true;
    });
    if (added)
      this.outstanding.set(id, {all: indices, left: new Set(indices), since: performance.now()});
    return added === true;
  }

  /** Undefined where the server's memory is full; for too long that ends the run. */
  private async persevere<T>(command: () => Promise<T>): Promise<T | undefined> {
    try {
      const value = await command();
      this.full = undefined;
      return value;
    } catch (error) {
      const {message} = error as Error;
      if (!/\bOOM\b/.test(message)) throw new Error(this.server.redact(message));
      this.full ??= performance.now();
      if (performance.now() - this.full > 6 * patience)
        throw new Error(
          `the memory of ${this.server.place} is full (${message}): raise its maxmemory; what is finished is kept`
        );
      this.say(`the memory of ${this.server.place} is full; waiting until there is room`);
      return undefined;
    }
  }

  /** Fetches the results that there are among these, hands them in and deletes them. */
  private async fetch(indices: readonly number[]): Promise<void> {
    const {redis} = this.server;
    for (let from = 0; from < indices.length; from += 64) {
      const some = indices.slice(from, from + 64);
      const keys = some.map(i => resultKey(this.closure, i));
      const texts = await redis.mget(...keys);
      const came = keys.filter((_, k) => texts[k] !== null);
      for (const [k, text] of texts.entries()) if (text !== null) this.take(some[k], text);
      if (came.length) await redis.del(...came);
    }
  }

  private take(index: number, text: string): void {
    const read = readResult(text);
    if (read === undefined) {
      this.say(`job ${index}: its result came damaged; it runs again`);
      return;
    }
    if (!this.missing.delete(index)) return;
    this.done.cost += this.jobs.costs[index];
    this.done.seconds += read.seconds;
    for (const [id, {left}] of this.outstanding)
      if (left.delete(index) && left.size === 0) this.outstanding.delete(id);
    this.to.deliver(index, read.result);
  }

  /** Looks at queued jobs that have not come back: the failed end the run, those that are gone are queued again. */
  private async examine(): Promise<void> {
    for (const [id, {left, since}] of [...this.outstanding]) {
      if (performance.now() - since < beat) continue;
      const job = await this.queue.getJob(id);
      if (job && (await job.getState()) !== "failed") continue;
      // What it had finished before it went is there.
      await this.fetch([...left]);
      if (!this.outstanding.delete(id) || left.size === 0) continue;
      const failure = readFailure(job?.failedReason ?? "");
      if (failure) throw this.jobs.failure(failure.index, failure.message);
      if (job)
        throw this.jobs.failure(
          [...left][0],
          `it was lost ${losses + 1} times with the worker that ran it (${job.failedReason})`
        );
      await this.add([...left]);
    }
  }
}
