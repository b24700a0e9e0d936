import {Worker} from "node:worker_threads";

/** Worker threads of one experiment that stay until they are closed, so that a short job does not pay for their start. */
export class ThreadPool {
  private readonly idle: Worker[] = [];
  private readonly all = new Set<Worker>();
  private readonly waiting: ((worker: Worker) => void)[] = [];
  private closed = false;

  /** @param bundle URL of the bundled loader, which every thread imports */
  constructor(
    private readonly bundle: string,
    private readonly size: number
  ) {}

  /** Whether its threads are ended: what ran on them has failed by that, and nothing begins. */
  get isClosed(): boolean {
    return this.closed;
  }

  /** Runs a job of the experiment. @throws with the message of what it raises, or of a thread that ends */
  async run(index: number, job: unknown): Promise<unknown> {
    const worker = await this.lease();
    try {
      const result = await ask(worker, {index, job});
      this.release(worker);
      return result;
    } catch (error) {
      // What a thread is left with after an error is not known.
      this.all.delete(worker);
      void worker.terminate();
      const next = this.closed ? undefined : this.waiting.shift();
      if (next) next(await this.begin());
      throw error;
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.all].map(worker => worker.terminate()));
  }

  private async lease(): Promise<Worker> {
    if (this.closed) throw new Error("its threads are ended");
    const free = this.idle.pop();
    if (free) return free;
    if (this.all.size < this.size) return this.begin();
    return new Promise(resolve => this.waiting.push(resolve));
  }

  private release(worker: Worker): void {
    const next = this.waiting.shift();
    if (next) next(worker);
    else this.idle.push(worker);
  }

  private async begin(): Promise<Worker> {
    const url = new URL("../sweeps/worker.mjs", import.meta.url);
    const worker = new Worker(url, {workerData: {bundle: this.bundle}, execArgv: []});
    this.all.add(worker);
    await answer(worker);
    return worker;
  }
}

interface Answer {
  readonly result?: unknown;
  readonly error?: string;
}

async function ask(worker: Worker, job: {index: number; job: unknown}): Promise<unknown> {
  const answered = answer(worker);
  worker.postMessage(job);
  const {result, error} = await answered;
  if (error !== undefined) throw new Error(error);
  return result;
}

/** The next message of a thread. */
function answer(worker: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (then: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      then();
    };
    const onMessage = (message: Answer) => settle(() => resolve(message));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = (code: number) =>
      settle(() => reject(new Error(`its thread ended with exit code ${code}`)));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}
