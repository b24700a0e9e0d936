import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {readStream} from "../sweeps/arrow.js";
import type {Sidecar} from "../sweeps/store.js";

/**
 * What a built site publishes of its experiments, against today's: one line for each Arrow stream whose
 * closure hash is not that of the experiment's code, spec, seed and scale as they are now, or whose
 * records are not those that were computed.
 */
export function checkPublished(dist: string, today: ReadonlyMap<string, Sidecar>): string[] {
  const folder = join(dist, "_file/data");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(file => file.endsWith(".arrow"))
    .flatMap(file =>
      complaints(file, readFileSync(join(folder, file)), today).map(c => `${file}: ${c}`)
    );
}

function complaints(
  file: string,
  bytes: Uint8Array,
  today: ReadonlyMap<string, Sidecar>
): string[] {
  const stream = readStream(bytes);
  if (stream === undefined) return ["it cannot be read as an Arrow stream"];
  const {name, closure, sha256} = stream;
  if (!file.startsWith(`${name}.`)) return [`it holds the records of ${name}`];
  const wanted = today.get(name);
  if (wanted === undefined) return [`there is no experiment ${name}`];
  if (closure !== wanted.closure)
    return [`it was computed under ${closure}; the closure hash of ${name} is ${wanted.closure}`];
  if (sha256 === wanted.sha256) return [];
  return [`its records are not those that ${name} yielded: npm run data -- ${name} --force`];
}
