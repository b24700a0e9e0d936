import {createHash} from "node:crypto";
import {
  Dictionary,
  Int32,
  Table,
  tableFromIPC,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray
} from "apache-arrow";
import type {Column} from "../../lib/experiments/experiment.js";

/**
 * An Arrow IPC stream (not a file: DuckDB-WASM reads the stream form only), uncompressed, one record
 * batch, with `metadata` in the schema; and the SHA-256 of the table of `columns` alone, without the
 * metadata and the columns `expected`, which stand behind them in the stream and are named in its schema.
 *
 * @throws if a column's length differs from the others'
 */
export function encode(
  columns: Record<string, Column>,
  metadata: Record<string, string>,
  expected: Record<string, Column> = {}
): {bytes: Uint8Array; sha256: string; rows: number} {
  const plain = tableToIPC(tableOf(columns), "stream");
  const sha256 = createHash("sha256").update(plain).digest("hex");
  const whole = tableOf({...columns, ...expected});
  const all = {...metadata, expected: JSON.stringify(Object.keys(expected))};
  for (const [key, value] of Object.entries(all)) whole.schema.metadata.set(key, value);
  return {bytes: tableToIPC(whole, "stream"), sha256, rows: whole.numRows};
}

/**
 * What an Arrow stream says of itself, and the SHA-256 of its records alone, as `encode` takes it: without
 * the columns that its schema names as expected. Undefined where it cannot be read.
 */
export function readStream(
  bytes: Uint8Array
): {name: string; closure?: string; sha256: string} | undefined {
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

function tableOf(columns: Record<string, Column>): Table {
  const entries = Object.entries(columns);
  const rows = entries[0]?.[1].length ?? 0;
  for (const [name, column] of entries)
    if (column.length !== rows)
      throw new Error(`column ${name} must have ${rows} rows like the first; got ${column.length}`);
  return new Table(
    Object.fromEntries(entries.map(([name, column], i) => [name, vector(column, i)]))
  );
}

/** `id` numbers the column's dictionary; left to the library it would count across tables. */
function vector(column: Column, id: number): Vector {
  return column instanceof Float64Array || column instanceof Int32Array
    ? vectorFromArray(column)
    : vectorFromArray(column as readonly string[], new Dictionary(new Utf8(), new Int32(), id));
}
