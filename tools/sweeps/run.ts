import {pathToFileURL} from "node:url";
import {type EngineOptions, type Runner, runJobs} from "../../lib/simulate/engine.js";
import type {LoadedExperiment} from "./load.js";
import {threads} from "./threads.js";

/** The jobs of a run, as a runner sees them. */
export interface RunJobs {
  readonly loaded: LoadedExperiment;
  readonly scale: number;
  readonly jobs: readonly unknown[];
  readonly costs: readonly number[];
  /** The error to raise where a job fails, or a thread that has none yet, from its message. */
  readonly failure: (index: number | undefined, message: string) => Error;
}

/** Where the jobs of a run are done. */
export type Engine = (run: RunJobs) => Runner;

export interface RunOptions extends EngineOptions {
  readonly scale: number;
  /** Worker threads; as many as there are cores by default. */
  readonly workers?: number;
  /** Settings of a variant. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Where the jobs are done: on worker threads of this process unless given. */
  readonly engine?: Engine;
}

/**
 * Runs every job of an experiment and returns the results in the order of the jobs.
 *
 * @throws as `runJobs`, naming the experiment and the cell if a job fails
 */
export async function runExperiment(
  loaded: LoadedExperiment,
  {scale, workers, settings, engine = threadsEngine({workers, settings}), ...options}: RunOptions
): Promise<unknown[]> {
  const experiment = settings ? loaded.experiment.vary(settings) : loaded.experiment;
  const jobs = experiment.jobs(scale);
  const costs = jobs.map(job => experiment.cost(job));
  const failure = failureOf({...loaded, experiment}, jobs);
  return runJobs(costs, engine({loaded, scale, jobs, costs, failure}), options);
}

/** What is raised where a job fails: experiment, cell and message. */
export const failureOf =
  ({experiment, loader}: LoadedExperiment, jobs: readonly unknown[]): RunJobs["failure"] =>
  (index, message) =>
    new Error(
      `${loader}: ${index === undefined ? "a thread" : experiment.describe(jobs[index])} failed: ${message}`
    );

/** Worker threads of this process: `workers` of them, or as many as there are cores. */
export const threadsEngine =
  ({workers, settings}: Pick<RunOptions, "workers" | "settings">): Engine =>
  ({loaded, jobs, failure}) =>
    threads({bundle: pathToFileURL(loaded.bundle).href, settings, jobs, failure}, workers);
