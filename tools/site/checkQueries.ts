import {existsSync, readFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import type {DuckDBBindings, DuckDBConnection} from "@duckdb/duckdb-wasm/blocking";
import {parsePlaceholder} from "@observablehq/framework/dist/placeholder.js";
import type {Problem} from "../markdown/problems.js";
import {pageFiles} from "../markdown/scanPages.js";
import {type Source, sourceReader} from "../types/readSources.js";
import {startDuckDb} from "./duckDb.js";

/** A table that a page hands to `database({name: FileAttachment("…").url()})`. */
const tablePattern = /(\w+):\s*FileAttachment\("([^"]+\.arrow)"\)\.url\(\)/g;

/** A query that a figure shows: `sql: "…"`, in any of the three quotation marks. */
const figurePattern = /\bsql: (["'`])((?:\\.|(?!\1)[^\\])*)\1/g;

/**
 * Binds every `sql` fence of a site, or of some of its pages, and every query that a figure shows, against the tables of its page, in the DuckDB that the reader's
 * browser will run: a missing column, a misspelt function, a file that is no Arrow stream or a table that no query
 * reads is a problem at the query's or the table's line. `outputs` maps an experiment's name to its stored Arrow stream.
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
    problems.push(...unusedTables(sources));
    const queries = sources.flatMap(source => (isQuery(source) ? [source] : figureQueries(source)));
    if (queries.length === 0) continue;
    const connection = (await (engine ??= startDuckDb())).connect();
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

/** The queries that figures show, as a reader can run them, with the lines on which they stand. */
function figureQueries({file, line, content}: Source): Source[] {
  return [...content.matchAll(figurePattern)].map(({2: text, index}) => ({
    file,
    line: line + content.slice(0, index).split("\n").length - 1,
    content: text.replace(/\\(.)/g, "$1")
  }));
}

const isQuery = ({info}: Source) => info !== undefined && /^sql\b/.test(info);

/** Tables that a reader would load and no query of the page reads. */
function unusedTables(sources: readonly Source[]): Problem[] {
  const read = (name: string) =>
    sources.some(source =>
      new RegExp(isQuery(source) ? `\\b${name}\\b` : `\\b(?:from|join)\\s+"?${name}\\b`, "i").test(
        source.content
      )
    );
  return sources.flatMap(({file, line, content}) =>
    [...content.matchAll(tablePattern)]
      .filter(([, name]) => !read(name))
      .map(({0: _, 1: name, index}) => ({
        file,
        line: line + content.slice(0, index).split("\n").length - 1,
        message: `no query reads the table ${name}`
      }))
  );
}

const message = (error: unknown) => (error instanceof Error ? error.message : String(error));
