import {createHash} from "node:crypto";
import {existsSync, mkdirSync, renameSync, writeFileSync} from "node:fs";
import {availableParallelism} from "node:os";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {Worker} from "node:worker_threads";
import {checkSweep} from "./checkSweep.js";
import {
  type CellResult,
  type ExecuteOptions,
  type Executor,
  execute,
  inProcess
} from "./execute.js";
import type {BlockResult} from "./plan.js";
import type {Cell, SweepSpec} from "./spec.js";

const here = dirname(fileURLToPath(import.meta.url));

/** The worker as one plain JavaScript file: worker threads of Node 20 cannot start from TypeScript. */
async function bundledWorker(): Promise<string> {
  const {build} = await import("esbuild");
  const {outputFiles} = await build({
    entryPoints: [join(here, "nodeWorker.ts")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20"
  });
  const text = outputFiles[0].text;
  const folder = join(process.cwd(), ".cache", "workers");
  const file = join(folder, `${createHash("sha256").update(text).digest("hex").slice(0, 32)}.mjs`);
  if (!existsSync(file)) {
    mkdirSync(folder, {recursive: true});
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, text);
    renameSync(draft, file);
  }
  return file;
}

/** Runs blocks on worker threads. The file's bundle lies in `.cache/workers` of the working folder. */
export async function workerThreads(spec: SweepSpec<Cell>, workers: number): Promise<Executor> {
  const file = await bundledWorker();
  const idle = Array.from({length: workers}, () => {
    const worker = new Worker(file, {workerData: spec});
    worker.setMaxListeners(0);
    return worker;
  });
  const all = [...idle];
  return {
    workers,
    run: block =>
      new Promise<BlockResult>((resolve, reject) => {
        const worker = idle.pop();
        if (!worker) throw new Error("all workers are busy");
        worker.once("error", reject);
        worker.once("message", (result: BlockResult) => {
          worker.removeListener("error", reject);
          idle.push(worker);
          resolve(result);
        });
        worker.postMessage(block);
      }),
    close() {
      for (const worker of all) void worker.terminate();
    }
  };
}

export interface ExecuteOnWorkersOptions extends ExecuteOptions {
  /** How many worker threads; 1 runs in this thread. Default: as many as there are processors. */
  workers?: number;
}

/**
 * `execute` on worker threads of Node.
 *
 * @example const cells = await executeOnWorkers(spec, {workers: 2, onProgress: console.error});
 */
export async function executeOnWorkers(
  spec: SweepSpec<Cell>,
  {workers = availableParallelism(), ...options}: ExecuteOnWorkersOptions = {}
): Promise<CellResult[]> {
  checkSweep(spec);
  const executor = workers > 1 ? await workerThreads(spec, workers) : inProcess(spec);
  try {
    return await execute(spec, executor, options);
  } finally {
    executor.close();
  }
}
