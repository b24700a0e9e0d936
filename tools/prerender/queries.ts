import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBBindings} from "@duckdb/duckdb-wasm/blocking";
import {answered} from "../../src/components/answered.js";
import {answerKey} from "../../src/components/answers.js";
import type {Row, Sql} from "../../src/components/duckdb.js";
import {boundQuery, plainRows} from "../../src/components/sqlValues.js";
import {startDuckDb} from "../site/duckDb.js";

/**
 * `database` of the pages' components, answered by the same engine in this process; what it answers is kept
 * in `answers`. The engine starts with the first of them.
 */
export function queriesOf(dist: string) {
  let engine: Promise<DuckDBBindings> | undefined;
  const start = async () => {
    const started = await startDuckDb();
    started.open({});
    return started;
  };
  return (answers: Map<string, readonly Row[]>) =>
    async (tables: Readonly<Record<string, string | Promise<string>>>): Promise<Sql> => {
      const connection = (await (engine ??= start())).connect();
      const files: Record<string, string> = {};
      for (const [name, url] of Object.entries(tables)) {
        files[name] = await url;
        const bytes = readFileSync(join(dist, new URL(files[name], location.href).pathname));
        connection.query(`DROP TABLE IF EXISTS "${name}"`);
        connection.insertArrowFromIPCStream(bytes, {name, create: true});
      }
      return async (strings, ...values) => {
        const {query, bound} = boundQuery(strings, values);
        const rows = plainRows(
          bound.length ? connection.prepare(query).query(...bound) : connection.query(query)
        );
        answers.set(answerKey(query, bound, files), rows);
        return answered(rows, query, bound);
      };
    };
}
