import {FileAttachment} from "observablehq:stdlib";
import {AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger} from "@duckdb/duckdb-wasm";
import {announce} from "./announce.js";

export type Row = Record<string, unknown>;

/** A tag for SQL: resolves to plain rows; interpolated values are parameters, never SQL. */
export type Sql = (strings: TemplateStringsArray, ...values: unknown[]) => Promise<Row[]>;

let engine: Promise<AsyncDuckDB> | undefined;

/**
 * A DuckDB over Arrow streams, one table per name and URL. Decimals and 64-bit integers come back as numbers,
 * timestamps as dates. The engine (7 MB) is fetched at the first call only.
 *
 * @throws naming the file where one cannot be read as an Arrow stream; a query's error holds the
 * message and the SQL
 */
export async function database(
  tables: Readonly<Record<string, string | Promise<string>>>
): Promise<Sql> {
  engine ??= announce("Loading the query engine (7 MB) …", start());
  const database = await engine;
  const connection = await database.connect();
  for (const [name, url] of Object.entries(tables)) await insert(connection, name, await url);
  return async (strings, ...values) => {
    const query = strings.reduce((sql, part, i) => `${sql}${i ? "?" : ""}${part}`, "");
    try {
      if (values.length === 0) return rows(await connection.query(query));
      const statement = await connection.prepare(query);
      try {
        return rows(await statement.query(...values));
      } finally {
        await statement.close();
      }
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : error}\n\n${query.trim()}`);
    }
  };
}

async function start(): Promise<AsyncDuckDB> {
  const worker = new Worker(await FileAttachment("../vendor/duckdb-browser-eh.worker.js").url());
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  await database.instantiate(await FileAttachment("../vendor/duckdb-eh.wasm").url());
  await database.open({
    query: {castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true}
  });
  return database;
}

async function insert(connection: AsyncDuckDBConnection, name: string, url: string): Promise<void> {
  try {
    const response = await announce(errand(url), fetch(url));
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!isArrowStream(bytes)) throw new Error("it does not begin as an Arrow IPC stream");
    await connection.insertArrowFromIPCStream(bytes, {name, create: true});
    await connection.query(`SELECT 1 FROM "${name}" LIMIT 1`);
  } catch (error) {
    throw new Error(
      `${fileName(url)} cannot be read: ${error instanceof Error ? error.message : error}`
    );
  }
}

const fileName = (url: string) => new URL(url, location.href).pathname.split("/").pop();

/** In a preview, a file that is long in coming is being computed; Framework marks its URLs. */
function errand(url: string): string {
  return url.includes("?sha=")
    ? `Running the sweep behind ${fileName(url)}: its progress is on the terminal …`
    : `Fetching ${fileName(url)} …`;
}

/** A stream opens with the continuation marker; the file form, with the letters ARROW1. */
function isArrowStream(bytes: Uint8Array): boolean {
  return bytes.length > 8 && bytes.subarray(0, 4).every(byte => byte === 0xff);
}

function rows(result: {toArray(): {toJSON(): Row}[]}): Row[] {
  return result.toArray().map(row => row.toJSON());
}
