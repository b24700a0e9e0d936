import {jobHash} from "./closureHash.js";
import {keepJob, keptJob} from "./keptJobs.js";
import type {LoadedExperiment} from "./load.js";
import {dropParts, readParts, storePart} from "./parts.js";
import {ProgressLine} from "./progress.js";
import {runExperiment} from "./run.js";

export interface ResultsOptions {
  /** The closure hash of the whole: what parts of an interrupted run are stored under. */
  readonly closure: string;
  readonly scale: number;
  readonly workers: number;
  /** Run every job, whatever is stored. */
  readonly force: boolean;
  readonly signal?: AbortSignal;
}

/**
 * The results of an experiment's jobs, in their order, and the seconds that they took, now or when they
 * ran. A job runs unless an interrupted run has left its result, or, where it rests on some modules
 * alone, any run under the same hash.
 *
 * @throws as `runExperiment`; with what the experiment calls a fault of a result, all of them, once the
 * other results are stored
 */
export async function resultsOf(
  loaded: LoadedExperiment,
  {closure, scale, workers, force, signal}: ResultsOptions
): Promise<{results: unknown[]; seconds: number}> {
  const {experiment} = loaded;
  const {name} = experiment;
  const jobs = named(loaded, scale);
  if (force) dropParts(name, closure);
  const finished = force ? new Map<number, unknown>() : readParts(name, closure);
  let seconds = 0;
  if (!force)
    for (const [i, job] of jobs.entries()) {
      const kept = keptOf(job);
      if (kept === undefined) continue;
      finished.set(i, kept.result);
      seconds += kept.seconds;
    }
  let last = performance.now();
  const lap = () => {
    const before = last;
    last = performance.now();
    return (last - before) / 1000;
  };
  const results = await runExperiment(loaded, {
    scale,
    workers,
    signal,
    finished,
    onResult: (index, result) => {
      const {hash, ...job} = jobs[index];
      const took = lap();
      seconds += took;
      if (hash === undefined) storePart(name, closure, index, result);
      else if (experiment.fault?.(result) === undefined)
        keepJob({...job, hash, seconds: took, finishedAt: new Date().toISOString(), result});
    },
    progress: new ProgressLine(name)
  });
  const faults = results.flatMap(result => experiment.fault?.(result) ?? []);
  if (faults.length) throw new Error(faults.join("\n"));
  return {results, seconds: seconds + lap()};
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
