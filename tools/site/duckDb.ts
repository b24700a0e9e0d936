import {createRequire} from "node:module";
import {join} from "node:path";
import type {DuckDBBindings} from "@duckdb/duckdb-wasm/blocking";
import {root} from "../root.js";

/** The DuckDB that the reader's browser will run, in this process. */
export async function startDuckDb(): Promise<DuckDBBindings> {
  const require = createRequire(import.meta.url);
  const duckdb = require("@duckdb/duckdb-wasm/blocking");
  const file = (name: string) => join(root, "node_modules/@duckdb/duckdb-wasm/dist", name);
  const bundle = (name: string) => ({mainModule: file(`duckdb-${name}.wasm`), mainWorker: ""});
  const bindings: DuckDBBindings = await duckdb.createDuckDB(
    {mvp: bundle("mvp"), eh: bundle("eh")},
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME
  );
  await bindings.instantiate(() => {});
  return bindings;
}
