import {pathToFileURL} from "node:url";
import {type EngineOptions, runJobs} from "../../lib/simulate/engine.js";
import type {LoadedExperiment} from "./load.js";
import {threads} from "./threads.js";

export interface RunOptions extends EngineOptions {
  readonly scale: number;
  /** Worker threads; as many as there are cores by default. */
  readonly workers?: number;
  /** Settings of a variant. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Runs every job of an experiment on worker threads and returns the results in the order of the jobs.
 *
 * @throws as `runJobs`, naming the experiment and the cell if a job fails
 */
export async function runExperiment(
  {experiment: original, loader, bundle}: LoadedExperiment,
  {scale, workers, settings, ...options}: RunOptions
): Promise<unknown[]> {
  const experiment = settings ? original.vary(settings) : original;
  const jobs = experiment.jobs(scale);
  const failure = (index: number | undefined, message: string) =>
    new Error(
      `${loader}: ${index === undefined ? "a thread" : experiment.describe(jobs[index])} failed: ${message}`
    );
  return runJobs(
    jobs.map(job => experiment.cost(job)),
    threads({bundle: pathToFileURL(bundle).href, settings, jobs, failure}, workers),
    options
  );
}
