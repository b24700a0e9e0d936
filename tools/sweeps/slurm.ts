import {spawnSync} from "node:child_process";
import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {commandPath} from "../browser/systemPackage.js";
import {root} from "../root.js";
import {closureHash} from "./closureHash.js";
import {loadExperiment} from "./load.js";
import {storeFolder} from "./store.js";
import {writeWhole} from "./writeWhole.js";

export interface SlurmOptions {
  readonly scale: number;
  readonly shards: number;
  readonly partition?: string;
  /** Limit of time per shard, as sbatch reads it. */
  readonly time?: string;
  /** Threads, and processors, per shard. */
  readonly workers: number;
}

/** What was written for Slurm, and what became of it. */
export interface SlurmPlan {
  readonly experiment: string;
  readonly closure: string;
  readonly scale: number;
  readonly shards: number;
  readonly jobs: number;
  readonly script: string;
  /** What sbatch calls the array, where it was submitted. */
  readonly array?: string;
  /** The command that makes the table once the shards are over. */
  readonly collect: string;
}

/**
 * Writes a job script that runs an experiment's shards as an array, and a plan beside it; hands it to sbatch where
 * there is one. Parts in the store are the truth: the command that collects runs what an array has left out.
 *
 * @throws RangeError on a partition or a time that sbatch would not read, where there are more shards than jobs, or than Slurm takes in one array; with what sbatch says
 * where it refuses
 */
export async function submitShards(loader: string, options: SlurmOptions): Promise<SlurmPlan> {
  const {scale, shards, partition, time, workers} = options;
  // They stand in lines that sbatch reads.
  if (partition !== undefined && !/^[\w.,-]+$/.test(partition))
    throw new RangeError(
      `--partition must be names of letters, digits, . _ and -, with commas between; got ${JSON.stringify(partition)}`
    );
  if (time !== undefined && !/^(?:\d+-)?\d+(?::\d+){0,2}$/.test(time))
    throw new RangeError(
      `--time must be minutes, or as 1:30:00 or 2-12 for days and hours; got ${JSON.stringify(time)}`
    );
  const loaded = await loadExperiment(loader);
  const {name} = loaded.experiment;
  const closure = closureHash(loaded, scale);
  const jobs = loaded.experiment.jobs(scale).length;
  if (shards > jobs)
    throw new RangeError(`--shards must be at most ${jobs}, the jobs of ${name}; got ${shards}`);
  const most = largestArray();
  if (shards > most)
    throw new RangeError(`--shards must be at most ${most}, Slurm's MaxArraySize; got ${shards}`);
  const folder = join(root, ".cache/slurm", `${name}-${closure.slice(0, 16)}`);
  mkdirSync(folder, {recursive: true});
  const script = join(folder, "job.sh");
  const lines = [
    "#!/bin/bash",
    `#SBATCH --job-name=noisefloor-${name}`,
    `#SBATCH --array=0-${shards - 1}`,
    `#SBATCH --cpus-per-task=${workers}`,
    `#SBATCH --output="${join(folder, "%a.log")}"`,
    ...(partition ? [`#SBATCH --partition=${partition}`] : []),
    ...(time ? [`#SBATCH --time=${time}`] : []),
    `cd ${quoted(root)} || exit 1`,
    `export NOISEFLOOR_STORE=${quoted(storeFolder())}`,
    `exec node --import tsx tools/data.ts ${name} --shard "$SLURM_ARRAY_TASK_ID/${shards}" \\`,
    `  --scale ${scale} --workers ${workers} --closure ${closure}`
  ];
  writeWhole(script, `${lines.join("\n")}\n`);
  const collect = `npm run data -- ${name}${scale === 1 ? "" : ` --scale ${scale}`}`;
  const plan = {experiment: name, closure, scale, shards, jobs, script, collect};
  const array = commandPath(["sbatch"]) && submit(script);
  const whole: SlurmPlan = {...plan, ...(array && {array})};
  writeWhole(join(folder, "plan.json"), `${JSON.stringify(whole, null, 2)}\n`);
  return whole;
}

function submit(script: string): string {
  const {status, stdout, stderr} = spawnSync("sbatch", ["--parsable", script], {encoding: "utf8"});
  if (status !== 0) throw new Error(`sbatch refuses ${script}: ${stderr.trim()}`);
  return stdout.trim();
}

/** The most shards that one array takes, where Slurm tells. */
function largestArray(): number {
  if (commandPath(["scontrol"]) === undefined) return Infinity;
  const {stdout} = spawnSync("scontrol", ["show", "config"], {encoding: "utf8", timeout: 10_000});
  const [, size] = /^MaxArraySize\s*=\s*(\d+)/m.exec(stdout ?? "") ?? [];
  return size === undefined ? Infinity : Number(size);
}

const quoted = (path: string) => `'${path.replaceAll("'", "'\\''")}'`;
