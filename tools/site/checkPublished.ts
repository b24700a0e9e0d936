import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {RecordBatchReader} from "apache-arrow";
import type {Sidecar} from "../sweeps/store.js";

/**
 * What a built site publishes of its experiments, against today's: one line for each Arrow stream whose
 * closure hash is not that of the experiment's code, spec, seed and scale as they are now.
 */
export function checkPublished(dist: string, today: ReadonlyMap<string, Sidecar>): string[] {
  const folder = join(dist, "_file/data");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(file => file.endsWith(".arrow"))
    .flatMap(file => {
      const reader = RecordBatchReader.from(readFileSync(join(folder, file))).open();
      const published = reader.schema.metadata.get("closure");
      const name = reader.schema.metadata.get("experiment") ?? file;
      const wanted = today.get(name)?.closure;
      return published === wanted
        ? []
        : [`${file}: it was computed under ${published}; the closure hash of ${name} is ${wanted}`];
    });
}
