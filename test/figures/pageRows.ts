import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBBindings} from "@duckdb/duckdb-wasm/blocking";
import {plainRows, type Row} from "../../src/components/sqlValues.js";
import {root} from "../../tools/root.js";
import {startDuckDb} from "../../tools/site/duckDb.js";
import {encode} from "../../tools/sweeps/arrow.js";
import {sweep} from "./sweep.js";

let engine: Promise<DuckDBBindings> | undefined;

/**
 * What a page's own SQL gives of a small run: the rows of its fence of this name, the experiment standing under the
 * name that the page gives to its table.
 */
export async function pageRows(
  page: string,
  id: string,
  {
    table,
    experiment,
    scale
  }: {readonly table: string; readonly experiment: string; readonly scale?: number}
): Promise<Row[]> {
  const text = readFileSync(join(root, "src", `${page}.md`), "utf8");
  const [, sql] = new RegExp(`^\`\`\`sql id=${id}\n([^\`]*)\n\`\`\`$`, "m").exec(text) ?? [];
  if (!sql) throw new RangeError(`${page} has no SQL of the name ${id}`);
  const {columns} = await sweep(experiment, scale);
  const connection = (await (engine ??= startDuckDb())).connect();
  try {
    connection.query(`DROP TABLE IF EXISTS "${table}"`);
    connection.insertArrowFromIPCStream(encode(columns, {}).bytes, {name: table, create: true});
    return plainRows(connection.query(sql));
  } finally {
    connection.close();
  }
}
