import {accessSync, constants, statSync, writeFileSync} from "node:fs";
import {availableParallelism} from "node:os";
import {dirname} from "node:path";
import {ensureKernels} from "./kernel.js";
import {readCommand, wholeNumber} from "./readCommand.js";
import {root} from "./root.js";
import {encodeResults} from "./sweeps/encodeResults.js";
import {compareHash, publishedList, readHashes} from "./sweeps/hashLists.js";
import {loadExperiment} from "./sweeps/load.js";
import {chooseLoaders, exactLoaders, loaders} from "./sweeps/loaders.js";
import {ProgressLine} from "./sweeps/progress.js";
import {publish, readScale} from "./sweeps/publish.js";
import {runExperiment} from "./sweeps/run.js";

const usage = `npm run data -- [experiment …] [options]
  --scale x     fraction of the printed scale, in (0, 1]; default 1
  --workers n   worker threads; default: one per core, at most four
  --force       run even where the stored output is today's
  --json        list experiment, cells, vector steps, seconds and SHA-256 as JSON
  --verify      say of each whether its bits at the printed scale are those published with the source
                (data/published.json); exit code 1 where they are not
  --set k=v     run a variant: k=32, k=1,2,4 or k=[1,2,4], k=word (with --out; what is
                published is left alone)
  --out FILE    write the variant's Arrow stream there`;

const {values, positionals} = readCommand(usage, {
  words: true,
  options: {
    scale: {type: "string", default: "1"},
    workers: {type: "string"},
    force: {type: "boolean", default: false},
    json: {type: "boolean", default: false},
    verify: {type: "boolean", default: false},
    set: {type: "string", multiple: true},
    out: {type: "string"}
  }
});

const interruption = new AbortController();
process.once("SIGINT", () => interruption.abort(new Error("interrupted; run again to continue")));

try {
  ensureKernels();
  if (values.set || values.out) await runVariant();
  else await runAll();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = interruption.signal.aborted ? 130 : 1;
}

async function runAll(): Promise<void> {
  const scale = readScale(values.scale);
  if (values.verify && scale !== 1)
    throw new Error(`--verify needs the printed scale; got --scale ${values.scale}`);
  const published = values.verify ? readHashes(publishedList) : undefined;
  const rows = [];
  for (const loader of chooseLoaders((published ? exactLoaders : loaders)(root), positionals)) {
    const {sidecar, ran} = await publish(loader, {
      scale,
      workers: workers(),
      force: values.force,
      signal: interruption.signal
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
    throw new Error(`--set needs one experiment and --out FILE\n${usage}`);
  if (values.verify) throw new Error("--verify compares what is published, and no variant");
  const settings = Object.fromEntries(
    (values.set ?? []).map(setting => {
      const at = setting.indexOf("=");
      if (at < 1) throw new Error(`--set must look like name=value; got ${setting}`);
      return [setting.slice(0, at), setting.slice(at + 1)];
    })
  );
  const scale = readScale(values.scale);
  checkOutput(values.out);
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

/** @throws unless a file can be written under that path */
function checkOutput(file: string): void {
  const folder = dirname(file);
  if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory())
    throw new Error(`--out must name a file in a folder that is there; got ${file}`);
  const old = statSync(file, {throwIfNoEntry: false});
  if (old?.isDirectory()) throw new Error(`--out must name a file; got the folder ${file}`);
  try {
    accessSync(old ? file : folder, constants.W_OK);
  } catch {
    throw new Error(`--out must name a file that can be written; got ${file}`);
  }
}
