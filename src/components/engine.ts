import {FileAttachment} from "observablehq:stdlib";
import {AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger} from "@duckdb/duckdb-wasm";
import {announce, type Report} from "./announce.js";
import {plainRows, type Row} from "./sqlValues.js";

let engine: Promise<AsyncDuckDB> | undefined;

/** Asks a query, whose `?` stand for the values, of the tables that it was connected to. */
export type Ask = (query: string, bound: readonly unknown[]) => Promise<Row[]>;

/**
 * A DuckDB over Arrow streams, one table per name and URL.
 *
 * @throws as `database`
 */
export async function connect(tables: Readonly<Record<string, string>>): Promise<Ask> {
  const connection = await connectionTo(tables);
  return async (query, bound) => {
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

/**
 * A connection to the page's one engine, in which the tables are there.
 *
 * @throws as `database`
 */
export async function connectionTo(
  tables: Readonly<Record<string, string>>
): Promise<AsyncDuckDBConnection> {
  engine ??= announce("Loading the query engine (7 MB) …", start);
  const database = await engine;
  const connection = await database.connect();
  for (const [name, url] of Object.entries(tables)) await insertOnce(connection, name, url);
  return connection;
}

/** The tables that are there or under way, with the URLs of their files. */
const present = new Map<string, {readonly url: string; readonly inserted: Promise<void>}>();

/** One engine answers all queries of a page, and pages ask for the same tables more than once. */
async function insertOnce(
  connection: AsyncDuckDBConnection,
  name: string,
  url: string
): Promise<void> {
  const known = present.get(name);
  if (known?.url === url) return known.inserted;
  const inserted = insert(connection, name, url);
  present.set(name, {url, inserted});
  try {
    await inserted;
  } catch (error) {
    present.delete(name);
    throw error;
  }
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
