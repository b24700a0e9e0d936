import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC, tableToIPC} from "apache-arrow";
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
    .flatMap(file => complaints(readFileSync(join(folder, file)), today).map(c => `${file}: ${c}`));
}

function complaints(bytes: Uint8Array, today: ReadonlyMap<string, Sidecar>): string[] {
  const stream = read(bytes);
  if (stream === undefined) return ["it cannot be read as an Arrow stream"];
  const {name, closure, sha256} = stream;
  const wanted = today.get(name);
  if (wanted === undefined) return [`there is no experiment ${name}`];
  if (closure !== wanted.closure)
    return [`it was computed under ${closure}; the closure hash of ${name} is ${wanted.closure}`];
  if (sha256 === wanted.sha256) return [];
  return [`its records are not those that ${name} yielded: npm run data -- ${name} --force`];
}

/**
 * What an Arrow stream says of itself, and the SHA-256 of its records alone, as `encode` takes it: without
 * the columns that its schema names as expected.
 */
function read(bytes: Uint8Array): {name: string; closure?: string; sha256: string} | undefined {
  try {
    const table = tableFromIPC(bytes);
    const {metadata} = table.schema;
    const [name = "without a name", closure] = ["experiment", "closure"].map(k => metadata.get(k));
    const expected: string[] = JSON.parse(metadata.get("expected") ?? "[]");
    const recorded = table.schema.names.map(String).filter(column => !expected.includes(column));
    const records = expected.length ? table.select(recorded) : table;
    records.schema.metadata.clear();
    const sha256 = createHash("sha256").update(tableToIPC(records, "stream")).digest("hex");
    return {name, closure, sha256};
  } catch {
    return undefined;
  }
}
