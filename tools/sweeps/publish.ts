import {execFileSync} from "node:child_process";
import {availableParallelism} from "node:os";
import {root} from "../root.js";
import {closureHash} from "./closureHash.js";
import {encodeResults} from "./encodeResults.js";
import {toExactJson} from "./exactJson.js";
import {type LoadedExperiment, loadExperiment} from "./load.js";
import {exclusively} from "./lock.js";
import {resultsOf} from "./results.js";
import type {Engine} from "./run.js";
import * as outputs from "./store.js";

export interface PublishOptions {
  /** Fraction of the printed scale, in (0, 1], or a whole multiple of it. */
  readonly scale?: number;
  readonly workers?: number;
  /** The loader as it stands, where it is known; else it is loaded. */
  readonly loaded?: LoadedExperiment;
  /** Run even where a stored output has today's closure hash. */
  readonly force?: boolean;
  readonly signal?: AbortSignal;
  /** Where jobs are done: on worker threads of this process unless given. */
  readonly engine?: Engine;
}

export interface Published {
  readonly arrow: string;
  /** Path of what the table has no room for, where the experiment has such details. */
  readonly details?: string;
  readonly sidecar: outputs.Sidecar;
  /** False where the stored output was still today's. */
  readonly ran: boolean;
}

/** The scale that builds use: 1, the printed one, unless NOISEFLOOR_SCALE says otherwise. */
export function buildScale(): number {
  return readScale(process.env.NOISEFLOOR_SCALE || "1", "NOISEFLOOR_SCALE");
}

/** The largest scale: a thousand times the printed replicates. */
const largest = 1000;

/**
 * The scale that a text stands for; `name` is what the user calls it.
 *
 * @throws RangeError unless it lies in (0, 1] or is a whole number up to 1000
 */
export function readScale(text: string, name = "scale"): number {
  const scale = text.trim() === "" ? Number.NaN : Number(text);
  return checkScale(scale, name, text.trim() || "nothing");
}

/** @throws RangeError unless the scale is one at which experiments run */
function checkScale(scale: number, name = "scale", given: unknown = scale): number {
  if (!(scale > 0 && (scale <= 1 || (Number.isInteger(scale) && scale <= largest))))
    throw new RangeError(
      `${name} must lie in (0, 1] or be a whole number up to ${largest}; got ${given}`
    );
  return scale;
}

/**
 * The output of a loader under today's closure hash: the stored one if there is one, else a run's.
 * Results that an earlier run has left are used; a failed run leaves what was stored before untouched.
 */
export async function publish(loader: string, options: PublishOptions = {}): Promise<Published> {
  const {scale = buildScale(), workers = availableParallelism(), force = false} = options;
  const {signal, engine} = options;
  checkScale(scale);
  const loaded = options.loaded ?? (await loadExperiment(loader));
  const closure = closureHash(loaded, scale);
  const {experiment} = loaded;
  const details = () => outputs.storedDetails(experiment.name, closure);
  const spec = readableSpec(experiment.spec);
  const stored = (report: (fault: string) => void): Published | undefined => {
    if (force || (experiment.details && !details())) return undefined;
    const sidecar = outputs.checkedSidecar(experiment.name, closure, report);
    const arrow = outputs.storedPath(experiment.name, closure, "arrow");
    return sidecar && {arrow, details: details(), sidecar: {...sidecar, spec}, ran: false};
  };
  const run = async (): Promise<Published> => {
    const another = stored(console.error);
    if (another !== undefined) return another;
    const {results, seconds} = await resultsOf(loaded, {
      closure,
      scale,
      workers,
      force,
      signal,
      engine
    });
    const metadata = {
      experiment: experiment.name,
      source: experiment.source,
      seed: String(experiment.seed),
      scale: String(scale),
      closure,
      spec: JSON.stringify(experiment.spec)
    };
    const {bytes, sha256, rows} = encodeResults(loaded, results, scale, metadata);
    const beside = experiment.details && toExactJson(experiment.details(results));
    const jobs = experiment.jobs(scale);
    const sidecar: outputs.Sidecar = {
      experiment: experiment.name,
      title: experiment.title,
      source: experiment.source,
      loader: loaded.loader,
      seed: experiment.seed,
      scale,
      closure,
      sha256,
      files: outputs.checksums(bytes, beside),
      rows,
      bytes: bytes.length,
      jobs: jobs.length,
      steps: jobs.reduce<number>((sum, job) => sum + experiment.cost(job), 0),
      seconds: Math.round(1000 * seconds) / 1000,
      workers,
      commit: commit(),
      finishedAt: new Date().toISOString(),
      spec
    };
    const arrow = outputs.store(experiment.name, closure, bytes, sidecar, beside);
    return {arrow, details: details(), sidecar, ran: true};
  };
  const {name} = experiment;
  const lock = outputs.storedPath(name, closure, "lock");
  return stored(() => undefined) ?? exclusively(lock, run, {name, signal});
}

/** The spec, unless it is longer than anybody would read under a figure, in characters of JSON. */
function readableSpec(spec: object): object | undefined {
  return JSON.stringify(spec).length <= 4000 ? spec : undefined;
}

function commit(): string {
  try {
    const git = (...args: string[]) =>
      execFileSync("git", args, {cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"]});
    const head = git("rev-parse", "--short", "HEAD").trim();
    return git("status", "--porcelain", "lib", "data", "claims").trim() === "" ? head : `${head}+`;
  } catch {
    return "unknown";
  }
}
