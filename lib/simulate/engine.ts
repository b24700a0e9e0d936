/** Where jobs run: in this thread, on worker threads, on other machines. */
export interface Runner<Result = unknown> {
  /**
   * Runs the jobs with these indices, in any order and as many at once as it can, and hands each result
   * in as it comes. Resolves once all are in; rejects where a job fails. Once the signal fires nobody
   * waits for it any more, and it stops what it can. A result that is handed in twice does no harm.
   */
  run(
    indices: readonly number[],
    deliver: (index: number, result: Result) => void,
    signal: AbortSignal
  ): Promise<void>;
}

/** Who is told how far the jobs are. */
export interface Progress {
  /** The cost of every job, and the indices of those that are finished already. */
  start(costs: readonly number[], finished: readonly number[]): void;
  advance(index: number): void;
  end(): void;
}

export interface EngineOptions<Result = unknown> {
  /** Results that an earlier run has left, by index; these jobs are not run again. */
  readonly finished?: ReadonlyMap<number, Result>;
  /** Called with each new result as it arrives, for keeping. */
  readonly onResult?: (index: number, result: Result) => void;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

/**
 * Runs jobs, numbered 0, 1, … and given by their costs, and returns their results in the order of the
 * jobs, so that nothing depends on where they ran, in which order, or how often it was interrupted.
 *
 * @throws the runner's error, as soon as a job fails; that of `onResult`, where a result cannot be kept; the
 * signal's reason, as soon as it fires
 */
export async function runJobs<Result>(
  costs: readonly number[],
  runner: Runner<Result>,
  {finished = new Map(), onResult, progress, signal}: EngineOptions<Result> = {}
): Promise<Result[]> {
  signal?.throwIfAborted();
  const results = new Map<number, Result>(
    costs.flatMap((_, i) => (finished.has(i) ? [[i, finished.get(i) as Result]] : []))
  );
  const missing = costs.map((_, i) => i).filter(i => !results.has(i));
  const stop = new AbortController();
  const interrupted = new Promise<never>((_, reject) =>
    stop.signal.addEventListener("abort", () => reject(stop.signal.reason), {once: true})
  );
  interrupted.catch(() => {});
  const abort = () => stop.abort(signal?.reason);
  signal?.addEventListener("abort", abort, {once: true});
  progress?.start(costs, [...results.keys()]);
  const deliver = (index: number, result: Result) => {
    if (stop.signal.aborted || results.has(index)) return;
    results.set(index, result);
    try {
      onResult?.(index, result);
    } catch (error) {
      return stop.abort(error);
    }
    progress?.advance(index);
  };
  try {
    if (missing.length)
      await Promise.race([runner.run(missing, deliver, stop.signal), interrupted]);
  } finally {
    signal?.removeEventListener("abort", abort);
    stop.abort(new Error("the jobs are over"));
    progress?.end();
  }
  return costs.map((_, i) => {
    if (!results.has(i)) throw new Error(`the runner must hand in every result; job ${i} has none`);
    return results.get(i) as Result;
  });
}

/** Runs jobs in this thread, one after another, and lets other work through between them. */
export function inThread<Result>(run: (index: number) => Result | Promise<Result>): Runner<Result> {
  return {
    async run(indices, deliver, signal) {
      for (const index of indices) {
        await new Promise(resolve => setTimeout(resolve, 0));
        if (signal.aborted) return;
        deliver(index, await run(index));
      }
    }
  };
}
