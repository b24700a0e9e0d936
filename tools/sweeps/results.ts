import {jobHash} from "./closureHash.js";
import {keepJob, keptJob} from "./keptJobs.js";
import type {LoadedExperiment} from "./load.js";
import {dropParts, readParts, storePart} from "./parts.js";
import {ProgressLine} from "./progress.js";
import {type Engine, runExperiment} from "./run.js";

export interface ResultsOptions {
  /** The closure hash of the whole: what parts of an interrupted run are stored under. */
  readonly closure: string;
  readonly scale: number;
  readonly workers: number;
  /** Run every job, whatever is stored. */
  readonly force: boolean;
  readonly signal?: AbortSignal;
  /** Where the jobs are done: on worker threads of this process unless given. */
  readonly engine?: Engine;
}

/**
 * The results of an experiment's jobs, in their order, and the seconds that they took, now or when they
 * ran. A job runs unless an interrupted run, or a shard, has left its result, or, where it rests on some modules
 * alone, any run under the same hash.
 *
 * @throws as `runExperiment`; with what the experiment calls a fault of a result, all of them, once the
 * other results are stored
 */
export async function resultsOf(
  loaded: LoadedExperiment,
  {closure, scale, workers, force, signal, engine}: ResultsOptions
): Promise<{results: unknown[]; seconds: number}> {
  const {experiment} = loaded;
  const {name} = experiment;
  if (force) dropParts(name, closure);
  const kept = keeper(loaded, {closure, scale});
  const {finished, seconds} = force
    ? {finished: new Map<number, unknown>(), seconds: 0}
    : kept.found();
  let took = 0;
  const results = await runExperiment(loaded, {
    scale,
    workers,
    signal,
    engine,
    finished,
    onResult: (index, result) => (took += kept.keep(index, result)),
    progress: new ProgressLine(name)
  });
  const faults = results.flatMap(result => experiment.fault?.(result) ?? []);
  if (faults.length) throw new Error(faults.join("\n"));
  return {results, seconds: seconds + took + kept.lap()};
}

/** What outlives a run of an experiment at a scale. */
export interface Keeper {
  /** Results that are there of the jobs with these indices, or of all, and the seconds that they took. */
  found(indices?: readonly number[]): {finished: Map<number, unknown>; seconds: number};
  /** Keeps a result, and tells the seconds since the one before. */
  keep(index: number, result: unknown): number;
  /** The seconds since the last result was kept. */
  lap(): number;
}

/** Finds and keeps the results of an experiment's jobs: parts of a run, and jobs that rest on some modules alone. */
export function keeper(
  loaded: LoadedExperiment,
  {closure, scale}: Pick<ResultsOptions, "closure" | "scale">
): Keeper {
  const {experiment} = loaded;
  const {name} = experiment;
  const jobs = named(loaded, scale);
  let last = performance.now();
  const lap = () => {
    const before = last;
    last = performance.now();
    return (last - before) / 1000;
  };
  return {
    found(indices = jobs.map((_, i) => i)) {
      const finished = readParts(name, closure, indices);
      let seconds = 0;
      for (const i of indices) {
        const kept = keptOf(jobs[i]);
        if (kept === undefined) continue;
        finished.set(i, kept.result);
        seconds += kept.seconds;
      }
      return {finished, seconds};
    },
    keep(index, result) {
      const {hash, ...job} = jobs[index];
      const seconds = lap();
      if (hash === undefined) storePart(name, closure, index, result);
      else if (experiment.fault?.(result) === undefined)
        keepJob({...job, hash, seconds, finishedAt: new Date().toISOString(), result});
      return seconds;
    },
    lap
  };
}

/** The results that are kept of jobs that rest on some modules alone, in the order of the jobs. */
export function keptResults(loaded: LoadedExperiment, scale: number): unknown[] {
  return [...keptByJob(loaded, scale).values()];
}

/** The same, by the names of the jobs. */
export function keptByJob(loaded: LoadedExperiment, scale: number): Map<string, unknown> {
  return new Map(
    named(loaded, scale).flatMap(job => {
      const kept = keptOf(job);
      return kept === undefined ? [] : [[job.job, kept.result]];
    })
  );
}

interface NamedJob {
  readonly experiment: string;
  readonly job: string;
  readonly hash: string | undefined;
}

const named = (loaded: LoadedExperiment, scale: number): NamedJob[] =>
  loaded.experiment.jobs(scale).map(job => ({
    experiment: loaded.experiment.name,
    job: loaded.experiment.describe(job),
    hash: jobHash(loaded, job)
  }));

const keptOf = ({hash, ...job}: NamedJob) =>
  hash === undefined ? undefined : keptJob({...job, hash});
