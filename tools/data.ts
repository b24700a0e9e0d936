import {writeFileSync} from "node:fs";
import {availableParallelism} from "node:os";
import {checkOutput} from "./checkOutput.js";
import {ensureKernels} from "./kernel.js";
import {withoutPassword} from "./queue/address.js";
import {readCommand, wholeNumber} from "./readCommand.js";
import {root} from "./root.js";
import {encodeResults} from "./sweeps/encodeResults.js";
import {compareHash, publishedList, readHashes} from "./sweeps/hashLists.js";
import {loadExperiment} from "./sweeps/load.js";
import {chooseLoaders, exactLoaders, experimentName, loaders} from "./sweeps/loaders.js";
import {ProgressLine} from "./sweeps/progress.js";
import {publish, readScale} from "./sweeps/publish.js";
import {type Engine, runExperiment} from "./sweeps/run.js";
import {readShard, runShard, type Shard} from "./sweeps/shard.js";
import {submitShards} from "./sweeps/slurm.js";
import {readStudies, writeStudy} from "./sweeps/studies.js";

const usage = `npm run data -- [experiment …] [options]
  --scale x     fraction of the printed scale, in (0, 1], or a whole multiple of it; default 1
  --workers n   worker threads; default: one per core, at most four
  --force       run even where the stored output is today's
  --json        list experiment, cells, vector steps, seconds and SHA-256 as JSON
  --verify      say of each whether its bits at the printed scale are those published with the source
                (data/published.json); exit code 1 where they are not
  --set k=v     run a variant: k=32, k=1,2,4 or k=[1,2,4], k=word (with --out; what is
                published is left alone)
  --out FILE    write the variant's Arrow stream there
  --engine E    where jobs run: threads (default); redis://host:6379, on every npm run worker there;
                slurm, which writes an array of --shards K, submits it where it can and says what collects
  --studies     run the committed studies again, or with --scale n > 1 write new ones, in data/studies
  --shard k/K   run the jobs with index k modulo K, k from 0, and leave their results in the store
  --closure H   refuse to run a shard of code with another closure hash
  --shards K, --partition P, --time T   for --engine slurm`;

const {values, positionals} = readCommand(usage, {
  words: true,
  options: {
    scale: {type: "string"},
    workers: {type: "string"},
    force: {type: "boolean", default: false},
    json: {type: "boolean", default: false},
    verify: {type: "boolean", default: false},
    set: {type: "string", multiple: true},
    out: {type: "string"},
    engine: {type: "string", default: "threads"},
    studies: {type: "boolean", default: false},
    shard: {type: "string"},
    closure: {type: "string"},
    shards: {type: "string"},
    partition: {type: "string"},
    time: {type: "string"}
  }
});

const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => {
    // A terminal that is closed may hang up twice.
    if (interruption.signal.aborted && signal !== "SIGHUP") process.exit(130);
    interruption.abort(
      new Error(`interrupted; run again to ${values.out === undefined ? "continue" : "begin anew"}`)
    );
  });

try {
  ensureKernels();
  checkModes();
  if (values.set || values.out) await runVariant();
  else if (values.shard !== undefined) await runShards(readShard(values.shard));
  else if (values.engine === "slurm") await submitAll();
  else await onEngine(values.studies ? runStudies : runAll);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = interruption.signal.aborted ? 130 : 1;
}

/** Refuses options that do not go together, and engines that there are not. */
function checkModes(): void {
  const {engine} = values;
  if (!/^(threads|slurm|rediss?:\/\/.*)$/.test(engine))
    throw new RangeError(
      `--engine must be threads, slurm or redis://host:port; got ${withoutPassword(engine)}`
    );
  const own: Record<string, boolean> = {
    "--set or --out": Boolean(values.set || values.out),
    "--shard": values.shard !== undefined,
    [`--engine ${engine.replace(/:\/\/.*/, "://…")}`]: engine !== "threads"
  };
  const modes = Object.keys(own).filter(mode => own[mode]);
  if (modes.length > 1) throw new Error(`${modes.join(" and ")} do not go together`);
  for (const option of ["shards", "partition", "time"] as const)
    if (values[option] !== undefined && engine !== "slurm")
      throw new Error(`--${option} is for --engine slurm`);
  if (values.closure !== undefined && values.shard === undefined)
    throw new Error("--closure is for --shard");
  if (values.shard !== undefined || engine === "slurm")
    for (const option of ["verify", "force", "studies"] as const)
      if (values[option]) throw new Error(`--${option} is for a run of the whole, and no shard`);
  if (values.studies && (values.verify || values.set || values.out))
    throw new Error("--studies does not go together with --verify, --set and --out");
}

async function runShards(shard: Shard): Promise<void> {
  const runs = [];
  for (const loader of chooseLoaders(loaders(root), positionals)) {
    const run = await runShard(loader, {
      shard,
      scale: readScale(values.scale ?? "1"),
      workers: workers(),
      expected: values.closure,
      signal: interruption.signal
    });
    runs.push({...run, shard: values.shard});
    if (!values.json)
      console.log(
        `${run.experiment}  shard ${values.shard}: ${run.ran} of ${run.jobs} jobs  ${run.seconds} s`
      );
  }
  if (values.json) console.log(JSON.stringify(runs, null, 2));
}

async function submitAll(): Promise<void> {
  if (values.shards === undefined || positionals.length === 0)
    throw new Error("--engine slurm needs the names of experiments, and --shards K");
  const plans = [];
  for (const loader of chooseLoaders(loaders(root), positionals)) {
    const plan = await submitShards(loader, {
      scale: readScale(values.scale ?? "1"),
      shards: wholeNumber("shards", values.shards, 1),
      partition: values.partition,
      time: values.time,
      workers: workers() ?? 1
    });
    plans.push(plan);
    if (!values.json)
      console.log(
        `${plan.experiment}  ${plan.shards} shards of ${plan.jobs} jobs  ${plan.script}\n` +
          `${plan.array ? `submitted as array ${plan.array}` : `sbatch is not here: sbatch ${plan.script}`}; once it is over: ${plan.collect}`
      );
  }
  if (values.json) console.log(JSON.stringify(plans, null, 2));
}

/** Runs `work` with the engine that was asked for. */
async function onEngine(work: (engine?: Engine) => Promise<void>): Promise<void> {
  if (values.engine === "threads") return work();
  const {connect} = await import("./queue/server.js");
  const {queueEngine} = await import("./queue/engine.js");
  const server = await connect(values.engine);
  try {
    await work(queueEngine(server));
  } finally {
    server.close();
  }
}

/** Runs the committed studies of the named experiments, or of all; at a scale that is given, new ones. */
async function runStudies(engine?: Engine): Promise<void> {
  const chosen = chooseLoaders(loaders(root), positionals);
  if (values.scale !== undefined && positionals.length === 0)
    throw new Error("--studies with --scale needs the names of experiments");
  const scales = new Map<string, number[]>();
  if (values.scale === undefined)
    for (const {experiment, scale} of await readStudies(root))
      scales.set(experiment, [...(scales.get(experiment) ?? []), scale]);
  for (const loader of chosen)
    for (const scale of values.scale === undefined
      ? (scales.get(experimentName(loader)) ?? [])
      : [readScale(values.scale)]) {
      const {signal} = interruption;
      const options = {scale, workers: workers(), force: values.force, signal, engine};
      const {file, sha256, seconds} = await writeStudy(root, loader, options);
      console.log(`${file}  ${seconds} s  sha256 ${sha256}`);
    }
}

async function runAll(engine?: Engine): Promise<void> {
  const scale = readScale(values.scale ?? "1");
  if (values.verify && scale !== 1)
    throw new Error(`--verify needs the printed scale; got --scale ${scale}`);
  const published = values.verify ? readHashes(publishedList) : undefined;
  const rows = [];
  for (const loader of chooseLoaders((published ? exactLoaders : loaders)(root), positionals)) {
    const {sidecar, ran} = await publish(loader, {
      scale,
      workers: workers(),
      force: values.force,
      signal: interruption.signal,
      engine
    });
    const {experiment, jobs, steps, seconds, sha256, closure} = sidecar;
    const verdict = published && compareHash(published[experiment], sha256);
    rows.push({
      experiment,
      scale,
      jobs,
      steps,
      seconds,
      workers: sidecar.workers,
      sha256,
      closure,
      ran,
      ...(published && {published: published[experiment] ?? null})
    });
    if (verdict && !verdict.same) process.exitCode = 1;
    if (!values.json)
      console.log(
        verdict
          ? `${experiment}  ${verdict.words}`
          : `${experiment}  ${steps === jobs ? `${jobs} jobs` : `${steps} vector steps`}  ${seconds} s${ran ? "" : " (stored)"}  sha256 ${sha256}`
      );
  }
  if (values.json) console.log(JSON.stringify(rows, null, 2));
}

async function runVariant(): Promise<void> {
  if (!values.out || positionals.length !== 1)
    throw new Error(
      `--set needs one experiment and --out FILE; got ${positionals.length} and ${values.out ?? "none"}`
    );
  for (const option of ["verify", "force", "json"] as const)
    if (values[option]) throw new Error(`--${option} is about what is published, and no variant`);
  const settings = Object.fromEntries(
    (values.set ?? []).map(setting => {
      const at = setting.indexOf("=");
      if (at < 1) throw new Error(`--set must look like name=value; got ${setting}`);
      return [setting.slice(0, at), setting.slice(at + 1)];
    })
  );
  if (Object.keys(settings).length < (values.set?.length ?? 0))
    throw new Error(`--set must name each setting once; got ${values.set?.join(", ")}`);
  const scale = readScale(values.scale ?? "1");
  checkOutput("--out", values.out);
  const loaded = await loadExperiment(chooseLoaders(loaders(root), positionals)[0]);
  const results = await runExperiment(loaded, {
    scale,
    workers: workers(),
    settings,
    signal: interruption.signal,
    progress: new ProgressLine(loaded.experiment.name)
  });
  const varied = loaded.experiment.vary(settings);
  const metadata = {
    experiment: varied.name,
    seed: String(varied.seed),
    scale: String(scale),
    spec: JSON.stringify(varied.spec),
    variant: JSON.stringify(settings)
  };
  const made = {experiment: varied, loader: loaded.loader};
  const {bytes, sha256} = encodeResults(made, results, scale, metadata);
  writeFileSync(values.out, bytes);
  console.log(`${values.out}  ${bytes.length} bytes  sha256 ${sha256}`);
}

function workers(): number | undefined {
  if (values.workers === undefined) return undefined;
  return wholeNumber("workers", values.workers, 1, 4 * availableParallelism());
}
