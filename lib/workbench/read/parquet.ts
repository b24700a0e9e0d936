import type {FileMetaData} from "hyparquet";
import {parquetCompressors} from "./codecs.js";
import {arraysOf, type Column, checkNames} from "./columns.js";
import {isParquet} from "./formats.js";
import {checkPages} from "./parquetPages.js";
import type {NamedArray} from "./table.js";

/**
 * The columns of a Parquet file, plain or compressed by Snappy, Zstandard, gzip, Brotli or LZ4. Source: the format's description at Apache.
 *
 * @throws RangeError on a file that is truncated, compressed otherwise or cannot be read, and as `arraysOf`
 */
export async function readParquet(
  bytes: Uint8Array,
  name: string
): Promise<{arrays: NamedArray[]; groups?: (number | string)[]}> {
  checkParquetEnd(bytes.subarray(-4), name);
  const {parquetMetadata, parquetReadObjects} = await loadParquet(name);
  const file = bytes.slice().buffer;
  try {
    const metadata = parquetMetadata(file);
    const {names, dtypes} = parquetTypes(metadata.schema);
    checkNames(names, name);
    for (const group of metadata.row_groups)
      for (const column of group.columns)
        checkPages(column, (from, length) => bytes.subarray(from, from + length), name);
    const rows = await parquetReadObjects({
      file,
      metadata,
      compressors: await parquetCompressors(metadata, name)
    });
    const columns: Column[] = names.map(column => ({
      name: column,
      values: rows.map(row => row[column])
    }));
    return arraysOf(columns, dtypes, name);
  } catch (error) {
    throw parquetFault(error as Error, name);
  }
}

/** The library that reads Parquet, where it is met. Throws where it is not installed. */
export const loadParquet = (name: string): Promise<typeof import("hyparquet")> =>
  import("hyparquet").catch(() => {
    throw new Error(
      `${name} is Parquet, and the package hyparquet is not there to read it: npm install hyparquet`
    );
  });

/** Holds the last four bytes of a file to its end mark. Throws RangeError. */
export function checkParquetEnd(last: Uint8Array, name: string): void {
  if (!isParquet(last))
    throw new RangeError(
      `${name} is truncated: a Parquet file ends as it begins, with PAR1: copy it again`
    );
}

/** What is said where a library cannot read a file as Parquet; our own errors stay as they are. */
export function parquetFault(error: Error, name: string): Error {
  if (error.message.includes(name)) return error;
  return new RangeError(
    /compress/i.test(error.message)
      ? `${name} must be Parquet without compression, or by Snappy, Zstandard, gzip, Brotli or LZ4; pandas' to_parquet(file, compression="snappy") writes it (${error.message})`
      : `${name} cannot be read as Parquet: copy it again, or write it anew (${error.message})`
  );
}

/** A file's own columns, the types of its leaves, and which columns are lists. */
export function parquetTypes(schema: FileMetaData["schema"]) {
  const leaves = schema.filter(({num_children}, k) => k > 0 && !num_children);
  const names = parquetNames(schema);
  return {
    names,
    dtypes: leaves.map(({type, logical_type}) => logical_type?.type ?? type ?? "none"),
    lists: names.filter(name => schema.some(s => s.name === name && s.num_children))
  };
}

/** The names of a file's own columns: those that stand right below the root of its schema. */
function parquetNames(
  schema: readonly {readonly name: string; readonly num_children?: number}[]
): string[] {
  const names: string[] = [];
  const skip = (at: number): number => {
    let next = at + 1;
    for (let k = 0; k < (schema[at].num_children ?? 0); k++) next = skip(next);
    return next;
  };
  for (let at = 1; at < schema.length; at = skip(at)) names.push(schema[at].name);
  return names;
}
