import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {commandPath} from "../browser/systemPackage.js";
import {connect, type Server} from "../queue/server.js";
import {root} from "../root.js";

/** What is run: long enough that the start of workers, some two seconds, does not hide what a queue costs. */
const work = ["momentum-white", "--scale", "30", "--force", "--json"];
const port = 6390;
const url = `redis://127.0.0.1:${port}`;
/** Jobs that are sent through the queue for nothing, to learn what one costs. */
const empty = 400;

export interface EngineRow {
  readonly name: string;
  readonly processes: number;
  readonly seconds: number;
  /** Seconds of one thread over processes times seconds. */
  readonly efficiency?: number;
}

/**
 * The same sweep on 1 and 2 threads and on a queue with 1, 2 and 4 worker processes of one thread, and what one job
 * of the queue costs.
 *
 * @throws where there is no Redis or Valkey: npm run servers
 */
export async function engineTimes(): Promise<EngineRow[]> {
  const server = commandPath(["redis-server", "valkey-server"]);
  if (server === undefined) throw new Error("no redis-server or valkey-server: npm run servers");
  const folder = mkdtempSync(join(tmpdir(), "engines-"));
  const started: ChildProcess[] = [];
  const begin = (command: string, args: readonly string[]) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: "ignore",
      env: {...process.env, NOISEFLOOR_STORE: join(folder, `store-${started.length}`)}
    });
    started.push(child);
    return child;
  };
  try {
    begin(server, ["--port", String(port), "--save", "", "--dir", folder]);
    const connected = await connect(url);
    const overhead = await perJob(connected);
    connected.close();
    const rows: EngineRow[] = [];
    const alone = await sweep(folder, ["--workers", "1"]);
    const row = (name: string, processes: number, seconds: number) =>
      rows.push({name, processes, seconds, efficiency: alone / (processes * seconds)});
    row("threads", 1, alone);
    row("threads", 2, await sweep(folder, ["--workers", "2"]));
    for (const processes of [1, 2, 4]) {
      const workers = Array.from({length: processes}, () =>
        begin(process.execPath, ["--import", "tsx", "tools/worker.ts", url, "--workers", "1"])
      );
      row("queue", processes, await sweep(folder, ["--engine", url]));
      await Promise.all(
        workers.map(worker => {
          worker.kill("SIGTERM");
          return once(worker, "close");
        })
      );
    }
    return [...rows, {name: "one empty job of the queue", processes: 1, seconds: overhead}];
  } finally {
    for (const child of started) child.kill("SIGKILL");
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Seconds that the jobs of the sweep take, as its sidecar has them. */
async function sweep(folder: string, options: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ["--import", "tsx", "tools/data.ts", ...work, ...options], {
    cwd: root,
    stdio: ["ignore", "pipe", "ignore"],
    env: {...process.env, NOISEFLOOR_STORE: join(folder, "store")}
  });
  let text = "";
  child.stdout.on("data", chunk => (text += chunk));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`npm run data -- ${[...work, ...options].join(" ")} failed`);
  return JSON.parse(text)[0].seconds;
}

/** Seconds from a job's way into the queue to its result's way out, four at a time. */
async function perJob({library, connection, redis}: Server): Promise<number> {
  const name = "empty";
  const options = {connection, prefix: "noisefloor-bench"};
  const data = {experiment: "", closure: "", scale: 1, indices: []};
  const queue = new library.Queue(name, options);
  const worker = new library.Worker(
    name,
    ({id}) => redis.set(`noisefloor-bench:${id}`, "x", "PX", 60_000),
    options
  );
  const began = performance.now();
  const lane = async (lane: number) => {
    for (let i = lane; i < empty; i += 4) {
      const id = `job-${i}`;
      await queue.add("jobs", data, {jobId: id, removeOnComplete: true});
      while ((await redis.get(`noisefloor-bench:${id}`)) === null)
        await new Promise(resolve => setTimeout(resolve, 1));
    }
  };
  await Promise.all([0, 1, 2, 3].map(lane));
  const seconds = (performance.now() - began) / 1000;
  await worker.close();
  await queue.obliterate({force: true});
  await queue.close();
  return seconds / empty;
}
