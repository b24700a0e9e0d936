import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {hash} from "./closure.js";
import {fromExactJson, toExactJson} from "./exactJson.js";
import {storeFolder} from "./store.js";
import {writeWhole} from "./writeWhole.js";

/** The result of a job that rests on some modules alone, as it is kept from run to run. */
export interface KeptJob {
  readonly experiment: string;
  readonly job: string;
  /** What the result is kept under: `jobHash`. */
  readonly hash: string;
  /** What the job added to the time of its run. */
  readonly seconds: number;
  readonly finishedAt: string;
  readonly result: unknown;
}

const path = ({experiment, job, hash}: Pick<KeptJob, "experiment" | "job" | "hash">) =>
  join(
    storeFolder(),
    `${experiment}.jobs`,
    `${job.replace(/[^\w-]+/g, ".")}-${hash.slice(0, 32)}.json`
  );

/** Keeps a job's result; a reader sees the whole of it or nothing. */
export function keepJob(kept: KeptJob): void {
  const text = toExactJson(kept.result);
  writeWhole(
    path(kept),
    `${toExactJson({...kept, result: undefined, sha256: hash(text)})}\n${text}\n`
  );
}

/** What is kept of a job under its hash; nothing where that cannot be read, or is not what was written. */
export function keptJob(named: Pick<KeptJob, "experiment" | "job" | "hash">): KeptJob | undefined {
  if (!existsSync(path(named))) return undefined;
  const [head, text = ""] = readFileSync(path(named), "utf8").split("\n");
  try {
    const {sha256, ...kept} = fromExactJson<KeptJob & {sha256: string}>(head);
    return sha256 === hash(text) && kept.hash === named.hash
      ? {...kept, result: fromExactJson(text)}
      : undefined;
  } catch {
    return undefined;
  }
}
