import {runJobs} from "../../lib/simulate/engine.js";
import {closureHash} from "./closureHash.js";
import {loadExperiment} from "./load.js";
import {exclusively} from "./lock.js";
import {dropParts} from "./parts.js";
import {ProgressLine} from "./progress.js";
import {keeper} from "./results.js";
import {type Engine, failureOf, threadsEngine} from "./run.js";
import {checkedSidecar, storedArrow, storedPath} from "./store.js";

/** Every job whose index is `index` modulo `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** What became of a shard. */
export interface ShardRun {
  readonly experiment: string;
  readonly closure: string;
  /** Jobs of the shard, and how many of them ran now. */
  readonly jobs: number;
  readonly ran: number;
  readonly seconds: number;
}

/**
 * The shard that a text such as "3/64" stands for.
 *
 * @throws RangeError unless it is k/K with whole k from 0 to K − 1
 */
export function readShard(text: string): Shard {
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(text.trim()) ?? [];
  if (index === undefined || Number(index) >= Number(count))
    throw new RangeError(`--shard must be k/K with k from 0 to K − 1; got ${text || "nothing"}`);
  return {index: Number(index), count: Number(count)};
}

/**
 * Runs the jobs of one shard of an experiment on worker threads and leaves their results in the store, from which
 * the run of the whole takes them. What is there already, or stored as a whole, is not run again.
 *
 * @param expected the closure hash that the experiment must have
 * @throws where the experiment has another closure hash than was expected, naming both; as `runExperiment`
 */
export async function runShard(
  loader: string,
  options: {
    readonly shard: Shard;
    readonly scale: number;
    readonly workers?: number;
    readonly expected?: string;
    readonly signal?: AbortSignal;
  }
): Promise<ShardRun> {
  const {shard, scale, workers, expected, signal} = options;
  const loaded = await loadExperiment(loader);
  const {experiment} = loaded;
  const {name} = experiment;
  const closure = closureHash(loaded, scale);
  if (expected !== undefined && closure !== expected)
    throw new Error(
      `${name}: this code has the closure hash ${closure}; the plan was made with ${expected}`
    );
  const jobs = experiment.jobs(scale);
  const costs = jobs.map(job => experiment.cost(job));
  const own = jobs.map((_, i) => i).filter(i => i % shard.count === shard.index);
  const run = async (): Promise<ShardRun> => {
    const known = {experiment: name, closure, jobs: own.length};
    if (checkedSidecar(name, closure, console.error)) return {...known, ran: 0, seconds: 0};
    const kept = keeper(loaded, {closure, scale});
    const {finished} = kept.found(own);
    const failure = failureOf(loaded, jobs);
    const began = performance.now();
    await runJobs(
      own.map(i => costs[i]),
      among(own, threadsEngine({workers})({loaded, scale, jobs, costs, failure})),
      {
        finished: new Map(own.flatMap((i, k) => (finished.has(i) ? [[k, finished.get(i)]] : []))),
        onResult: (k, result) => void kept.keep(own[k], result),
        progress: new ProgressLine(`${name}-shard-${shard.index}-of-${shard.count}`),
        signal
      }
    );
    // A run of the whole that has ended meanwhile has no use for them.
    if (storedArrow(name, closure)) dropParts(name, closure);
    const seconds = Math.round(performance.now() - began) / 1000;
    return {...known, ran: own.length - finished.size, seconds};
  };
  const lock = storedPath(name, closure, `shard-${shard.index}-of-${shard.count}.lock`);
  return exclusively(lock, run, {name, signal});
}

/** A runner of the jobs with some indices, which it numbers anew from 0. */
function among(own: readonly number[], runner: ReturnType<Engine>): ReturnType<Engine> {
  const places = new Map(own.map((i, k) => [i, k]));
  return {
    run: (indices, deliver, signal) =>
      runner.run(
        indices.map(k => own[k]),
        (i, result) => deliver(places.get(i) as number, result),
        signal
      )
  };
}
