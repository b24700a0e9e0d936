import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {type DataType, tableFromIPC} from "apache-arrow";
import type {Sidecar} from "../sweeps/store.js";

/**
 * Every table of a site as its query editor lists them: name in queries, title, file beside the list, rows, and the
 * columns with the types that the engine gives them. As JSON.
 *
 * @param outputs the Arrow streams' paths by experiment
 * @param built whether files have the names of a build, which hold a hash of their contents
 */
export function tablesList(
  outputs: ReadonlyMap<string, string>,
  sidecars: ReadonlyMap<string, Pick<Sidecar, "title">>,
  {built}: {readonly built: boolean}
): string {
  const tables = [...outputs].map(([experiment, path]) => {
    const bytes = readFileSync(path);
    const {schema, numRows} = tableFromIPC(bytes);
    const hash = built ? `.${createHash("sha256").update(bytes).digest("hex").slice(0, 8)}` : "";
    return {
      name: tableName(experiment),
      title: sidecars.get(experiment)?.title ?? experiment,
      file: `data/${experiment}${hash}.arrow`,
      rows: numRows,
      columns: schema.fields.map(({name, type}) => [name, engineType(type)])
    };
  });
  return JSON.stringify(tables);
}

/** An experiment's name as a query can write it without quotation marks. */
export const tableName = (experiment: string): string => experiment.replaceAll("-", "_");

/** @throws naming a type that no sweep writes */
function engineType(type: DataType): string {
  const known: Readonly<Record<string, string>> = {
    Float64: "DOUBLE",
    Int32: "INTEGER",
    "Dictionary<Int32, Utf8>": "VARCHAR"
  };
  const name = known[String(type)];
  if (name === undefined) throw new Error(`a sweep's column must be a number or text; got ${type}`);
  return name;
}
