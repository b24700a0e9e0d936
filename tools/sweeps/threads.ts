import {availableParallelism} from "node:os";
import {setFlagsFromString} from "node:v8";
import {Worker} from "node:worker_threads";
import type {Runner} from "../../lib/simulate/engine.js";

// Node 20 can abort where a worker ends while V8 still compiles for it in the background.
setFlagsFromString("--no-concurrent-recompilation");

/** What the threads run. */
export interface ThreadedJobs {
  /** URL of the bundled loader, which every thread imports. */
  readonly bundle: string;
  /** Settings of a variant. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly jobs: readonly unknown[];
  /** The error to raise where a job fails, or a thread that has none yet, from its message. */
  readonly failure: (index: number | undefined, message: string) => Error;
}

/** Runs an experiment's jobs on worker threads: `workers` of them, or as many as there are cores. */
export function threads(
  {bundle, settings, jobs, failure}: ThreadedJobs,
  workers = availableParallelism()
): Runner {
  return {
    async run(indices, deliver, signal) {
      const queue = indices.values();
      const lane = (worker: Worker) =>
        new Promise<void>((resolve, reject) => {
          let current: number | undefined;
          const take = () => {
            const {value: index, done} = queue.next();
            if (done || signal.aborted) return resolve();
            current = index;
            worker.postMessage({index, job: jobs[index]});
          };
          worker.on("error", ({message}) => reject(failure(current, message)));
          worker.on("exit", code =>
            reject(failure(current, `its thread ended with exit code ${code}`))
          );
          worker.on("message", ({ready, index, result, error}) => {
            if (error !== undefined) return reject(failure(index, error));
            if (!ready) deliver(index, result);
            take();
          });
        });
      const aborted = new Promise<void>(resolve =>
        signal.addEventListener("abort", () => resolve(), {once: true})
      );
      const pool = Array.from(
        {length: Math.min(workers, indices.length)},
        () =>
          new Worker(new URL("./worker.mjs", import.meta.url), {
            workerData: {bundle, settings},
            // A thread that imports plain modules needs no loader of TypeScript, which takes longer to start than it.
            execArgv: []
          })
      );
      try {
        await Promise.race([aborted, Promise.all(pool.map(lane))]);
      } finally {
        await Promise.all(pool.map(worker => worker.terminate()));
      }
    }
  };
}
