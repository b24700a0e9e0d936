import {existsSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {basename, dirname, join} from "node:path";
import type {DuckDBBindings, DuckDBConnection} from "@duckdb/duckdb-wasm/blocking";
import {parsePlaceholder} from "@observablehq/framework/dist/placeholder.js";
import type {Problem} from "../markdown/problems.js";
import {pageFiles} from "../markdown/scanPages.js";
import {root} from "../root.js";
import {type Source, sourceReader} from "../types/readSources.js";

/** A table that a page hands to `database({name: FileAttachment("…").url()})`. */
const tablePattern = /(\w+):\s*FileAttachment\("([^"]+\.arrow)"\)\.url\(\)/g;

/**
 * Binds every `sql` fence of a site, or of some of its pages, against the tables of its page, in the DuckDB that the reader's
 * browser will run: a missing column, a misspelt function or a file that is no Arrow stream is a problem at
 * the query's or the table's line. `outputs` maps an experiment's name to its stored Arrow stream.
 */
export async function checkQueries(
  site: string,
  outputs: ReadonlyMap<string, string>,
  pages?: readonly string[]
): Promise<Problem[]> {
  const source = join(site, "src");
  const read = sourceReader(source);
  const problems: Problem[] = [];
  let engine: Promise<DuckDBBindings> | undefined;
  for (const page of pages ?? pageFiles(source)) {
    const sources = read(page);
    const queries = sources.filter(({info}) => info !== undefined && /^sql\b/.test(info));
    if (queries.length === 0) continue;
    const connection = (await (engine ??= start())).connect();
    try {
      for (const code of sources) insertTables(connection, code, join(source, dirname(page)));
      for (const query of queries) bind(connection, query);
    } finally {
      connection.close();
    }
  }
  return problems;

  function insertTables(connection: DuckDBConnection, code: Source, folder: string): void {
    for (const {1: name, 2: file, index} of code.content.matchAll(tablePattern)) {
      const stored = outputs.get(basename(file, ".arrow")) ?? join(folder, file);
      attempt(code, index, () => {
        if (!existsSync(stored)) throw new Error(`${file}: no such file and no loader for it`);
        connection.query(`DROP TABLE IF EXISTS "${name}"`);
        try {
          connection.insertArrowFromIPCStream(readFileSync(stored), {name, create: true});
          connection.query(`SELECT 1 FROM "${name}" LIMIT 1`);
        } catch (error) {
          throw new Error(`${file} cannot be read as an Arrow stream: ${message(error)}`);
        }
      });
    }
  }

  function bind(connection: DuckDBConnection, query: Source): void {
    let sql = "";
    for (const {type, content} of parsePlaceholder(query.content))
      sql += type === "placeholder" ? "?" : content;
    attempt(query, 0, () => connection.prepare(sql).close());
  }

  function attempt({file, line, content}: Source, offset: number, work: () => void): void {
    try {
      work();
    } catch (error) {
      const before = content.slice(0, offset).split("\n").length - 1;
      problems.push({file, line: line + before, message: message(error).split("\n\n")[0]});
    }
  }
}

const message = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function start(): Promise<DuckDBBindings> {
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
