import {FileAttachment} from "observablehq:stdlib";
import {AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger} from "@duckdb/duckdb-wasm";
import {announce, type Report} from "./announce.js";
import {parameter, plainRows, type Row} from "./sqlValues.js";

export type {Row} from "./sqlValues.js";

/** A tag for SQL: resolves to plain rows; interpolated values are parameters, never SQL (`parameter`). */
export type Sql = (strings: TemplateStringsArray, ...values: unknown[]) => Promise<Row[]>;

let engine: Promise<AsyncDuckDB> | undefined;

/**
 * A DuckDB over Arrow streams, one table per name and URL. Rows come back as `plainRows` has them: decimals
 * and 64-bit integers as numbers, timestamps as dates, in lists and structs too. The engine (7 MB) is fetched
 * at the first call only.
 *
 * @throws naming the file where one cannot be read as an Arrow stream; a query's error holds the
 * message and the SQL
 */
export async function database(
  tables: Readonly<Record<string, string | Promise<string>>>
): Promise<Sql> {
  engine ??= announce("Loading the query engine (7 MB) …", start);
  const database = await engine;
  const connection = await database.connect();
  for (const [name, url] of Object.entries(tables)) await insert(connection, name, await url);
  return async (strings, ...values) => {
    const parameters = values.map(parameter);
    const bound = parameters.flatMap(value => value.bound);
    const query = strings.reduce((sql, part, i) => sql + parameters[i - 1].sql + part);
    try {
      if (bound.length === 0) return plainRows(await connection.query(query));
      const statement = await connection.prepare(query);
      try {
        return plainRows(await statement.query(...bound));
      } finally {
        await statement.close();
      }
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : error}\n\n${query.trim()}`);
    }
  };
}

/** @throws saying what the reader can do where the engine cannot be had */
async function start(report: Report): Promise<AsyncDuckDB> {
  const [script, wasm] = await Promise.all([
    FileAttachment("../vendor/duckdb-browser-eh.worker.js").url(),
    FileAttachment("../vendor/duckdb-eh.wasm").url()
  ]);
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);
  const worker = boundWorker(script);
  try {
    const database = new AsyncDuckDB(new VoidLogger(), worker);
    const broken = new Promise<never>((_, reject) => {
      worker.onerror = event => reject(new Error(event.message || "its worker does not start"));
    });
    const ready = database.instantiate(wasm, null, ({bytesLoaded, bytesTotal}) =>
      report(
        bytesTotal >= bytesLoaded && bytesTotal > 0
          ? `${megabytes(bytesLoaded)} of ${megabytes(bytesTotal)} MB`
          : `${megabytes(bytesLoaded)} MB unpacked`
      )
    );
    await Promise.race([ready, broken]);
    await database.open({});
    return database;
  } catch (error) {
    worker.terminate();
    engine = undefined;
    throw new Error(
      "the query engine cannot be loaded, so the figures and tables that query data are missing; " +
        `reload the page to try again (${error instanceof Error ? error.message : error})`
    );
  }
}

/**
 * A worker under the page's own policy, which one that is started from a file would not have. A WebAssembly
 * file that does not come is a rejection that the engine leaves unhandled: here it becomes an error.
 */
function boundWorker(script: string): Worker {
  const source =
    'addEventListener("unhandledrejection", event => setTimeout(() => { throw event.reason; }));' +
    `importScripts(${JSON.stringify(new URL(script, location.href).href)});`;
  const url = URL.createObjectURL(new Blob([source], {type: "text/javascript"}));
  const worker = new Worker(url);
  worker.addEventListener("message", () => URL.revokeObjectURL(url), {once: true});
  return worker;
}

async function insert(connection: AsyncDuckDBConnection, name: string, url: string): Promise<void> {
  try {
    const response = await announce(errand(url), () => fetch(url));
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!isArrowStream(bytes)) throw new Error("it does not begin as an Arrow IPC stream");
    await connection.query(`DROP TABLE IF EXISTS "${name}"`);
    await connection.insertArrowFromIPCStream(bytes, {name, create: true});
    await connection.query(`SELECT 1 FROM "${name}" LIMIT 1`);
    shown.add(fileName(url));
  } catch (error) {
    throw new Error(
      `${fileName(url)} cannot be read: ${error instanceof Error ? error.message : error}`
    );
  }
}

const fileName = (url: string) => new URL(url, location.href).pathname.split("/").pop();

/** The files that this page has shown data of. */
const shown = new Set<string | undefined>();

/**
 * In a preview, a file that is long in coming is being computed; Framework marks its URLs. If the page
 * shows an earlier version of it, the code has changed since.
 */
function errand(url: string): string {
  const file = fileName(url);
  if (!url.includes("?sha=")) return `Fetching ${file} …`;
  const age = shown.has(file) ? "The data on this page is older than its code. " : "";
  return `${age}Running the sweep behind ${file} …`;
}

/** A stream opens with the continuation marker; the file form, with the letters ARROW1. */
function isArrowStream(bytes: Uint8Array): boolean {
  return bytes.length > 8 && bytes.subarray(0, 4).every(byte => byte === 0xff);
}
