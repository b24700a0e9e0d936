import {availableParallelism} from "node:os";
import {pathToFileURL} from "node:url";
import {setFlagsFromString} from "node:v8";
import {Worker} from "node:worker_threads";
import type {LoadedExperiment} from "./load.js";
import type {Progress} from "./progress.js";

// Node 20 can abort where a worker ends while V8 still compiles for it in the background.
setFlagsFromString("--no-concurrent-recompilation");

export interface RunOptions {
  readonly scale: number;
  /** Worker threads; as many as there are cores by default. */
  readonly workers?: number;
  /** Results of jobs that an earlier, interrupted run has finished, by index. */
  readonly finished?: ReadonlyMap<number, unknown>;
  /** Called with each result as it arrives. */
  readonly onResult?: (index: number, result: unknown) => void;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
  /** Settings of a variant. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Runs every job of an experiment on worker threads and returns the results in the order of the
 * jobs, so that nothing depends on which worker ran what.
 *
 * @throws naming the experiment and the cell if a job fails; the signal's reason if aborted
 */
export async function runExperiment(
  loaded: LoadedExperiment,
  {scale, workers, finished = new Map(), onResult, progress, signal, settings}: RunOptions
): Promise<unknown[]> {
  const experiment = settings ? loaded.experiment.vary(settings) : loaded.experiment;
  const jobs = experiment.jobs(scale);
  const results: unknown[] = jobs.map((_, i) => finished.get(i));
  const queue = jobs.map((_, i) => i).filter(i => !finished.has(i));
  progress?.start(
    jobs.map(job => experiment.cost(job)),
    [...finished.keys()]
  );
  let next = 0;
  const count = Math.min(workers ?? availableParallelism(), queue.length);
  const pool: Worker[] = [];
  try {
    await Promise.all(
      Array.from(
        {length: count},
        () =>
          new Promise<void>((resolve, reject) => {
            signal?.throwIfAborted();
            const worker = new Worker(new URL("./worker.mjs", import.meta.url), {
              workerData: {bundle: pathToFileURL(loaded.bundle).href, settings}
            });
            pool.push(worker);
            signal?.addEventListener("abort", () => reject(signal.reason), {once: true});
            const take = () => {
              if (next === queue.length) return resolve();
              const index = queue[next++];
              worker.postMessage({index, job: jobs[index]});
            };
            worker.on("error", reject);
            worker.on("message", ({ready, index, result, error}) => {
              if (ready) return take();
              if (error !== undefined) {
                const cell = experiment.describe(jobs[index]);
                return reject(new Error(`${loaded.loader}: ${cell} failed: ${error}`));
              }
              results[index] = result;
              onResult?.(index, result);
              progress?.advance(index);
              take();
            });
          })
      )
    );
  } finally {
    await Promise.all(pool.map(worker => worker.terminate()));
    progress?.end();
  }
  return results;
}
