import {open} from "node:fs/promises";
import {arrowFault, checkArrowType, loadArrow} from "../../../lib/workbench/read/arrow.js";
import {checkArrowLayout, checkColumn} from "../../../lib/workbench/read/arrowLayout.js";
import {parquetCompressors, registerCodecs} from "../../../lib/workbench/read/codecs.js";
import {arraysOf, type Column, checkNames} from "../../../lib/workbench/read/columns.js";
import {loadParquet, parquetFault, parquetTypes} from "../../../lib/workbench/read/parquet.js";
import {checkPages} from "../../../lib/workbench/read/parquetPages.js";
import {sideBySide} from "../../../lib/workbench/read/table.js";
import {bytesAt} from "./bytes.js";
import {type Batch, ranges, type Source} from "./source.js";

type Batches = AsyncGenerator<Batch & Pick<Source, "columns" | "blocks" | "dtype">>;

/** A source whose shape is that of its first batch. Throws RangeError where there is none, or another has another shape. */
async function shapedByFirst(batches: Batches, name: string, format: string): Promise<Source> {
  const {value: first, done} = await batches.next();
  if (done) throw new RangeError(`${name} must have at least one row and column; got none`);
  const {columns, blocks, dtype} = first;
  async function* all(): AsyncGenerator<Batch> {
    yield first;
    for await (const batch of batches) {
      if (batch.columns !== columns)
        throw new RangeError(
          `${name} must have ${columns} numbers in every row; got ${batch.columns} in some`
        );
      yield batch;
    }
  }
  return {columns, blocks, dtype, format, single: false, batches: all()};
}

/** Columns as a batch; blocks where some are lists. */
function batchOf(columns: readonly Column[], dtypes: readonly string[], name: string) {
  const {arrays, groups} = arraysOf(columns, dtypes, name);
  const table = sideBySide(arrays, name, "");
  return {
    data: table.data,
    columns: table.columns,
    blocks: arrays.some(array => array.columns > 1) ? table.blocks : [],
    dtype: table.dtype,
    ...(groups && {groups})
  };
}

/** An Arrow file or stream, a record batch at a time. Throws as `readArrow`. */
export function arrowSource(
  {handle, path, size}: {handle: number; path: string; size: number},
  format: "arrow file" | "arrow stream"
): Promise<Source> {
  async function* batches(): Batches {
    const library = await loadArrow(path);
    const {RecordBatchReader} = library;
    const file = await open(path);
    try {
      const read = (from: number, length: number) => bytesAt(handle, from, length);
      const layout = {size, read, isStream: format === "arrow stream"};
      await registerCodecs(library, checkArrowLayout(layout, path), path);
      const reader = await (format === "arrow file"
        ? RecordBatchReader.from(file)
        : RecordBatchReader.from(file.createReadStream()));
      for await (const batch of reader) {
        const {fields} = batch.schema;
        for (const field of fields) checkArrowType(field, path);
        const dtypes = fields.map(({type}) => String(type));
        for (const [from, to] of ranges(batch.numRows, 16 * fields.length)) {
          const columns = fields.map((field, k) => {
            const vector = batch.getChildAt(k);
            if (from === 0)
              checkColumn(vector?.data ?? [], batch.numRows, `${field.name} in ${path}`);
            const values = Array.from({length: to - from}, (_, i) => vector?.get(from + i));
            return {name: field.name, values};
          });
          yield batchOf(columns, dtypes, path);
        }
      }
    } catch (error) {
      throw arrowFault(error as Error, path);
    } finally {
      await file.close().catch(() => {});
    }
  }
  return shapedByFirst(batches(), path, format);
}

/** How many bytes a column of a row group may have, as numbers and as lists of numbers. */
const widest = {numbers: 2 ** 28, lists: 2 ** 25};

/**
 * A Parquet file, a row group at a time.
 *
 * @throws RangeError as `readParquet`, and on row groups that are too large, with what writes smaller ones
 */
export function parquetSource(file: number, size: number, name: string): Promise<Source> {
  const buffer = {
    byteLength: size,
    slice: (start: number, end = size) => bytesAt(file, start, end - start).buffer
  };
  async function* batches(): Batches {
    const {parquetMetadataAsync, parquetRead} = await loadParquet(name);
    try {
      const metadata = await parquetMetadataAsync(buffer);
      const {names, dtypes, lists} = parquetTypes(metadata.schema);
      checkNames(names, name);
      const compressors = await parquetCompressors(metadata, name);
      let rowStart = 0;
      for (const group of metadata.row_groups) {
        const rowEnd = rowStart + Number(group.num_rows);
        for (const chunk of group.columns) {
          const {meta_data: column} = chunk;
          const bytes = Number(column?.total_uncompressed_size ?? 0);
          const isList = lists.includes(column?.path_in_schema[0] ?? "");
          if (bytes > (isList ? widest.lists : widest.numbers))
            throw new RangeError(
              `${name} must have row groups of at most ${(isList ? widest.lists : widest.numbers) / 2 ** 20} MB in a column of ${isList ? "lists" : "numbers"}; got ${Math.ceil(bytes / 2 ** 20)}: pandas' to_parquet(file, row_group_size=10000) writes smaller ones`
            );
          checkPages(chunk, (from, length) => bytesAt(file, from, length), name);
        }
        const columns: Column[] = [];
        for (const column of names) {
          const values: unknown[] = [];
          await parquetRead({
            file: buffer,
            metadata,
            compressors,
            columns: [column],
            rowStart,
            rowEnd,
            onChunk: ({columnData}) => {
              for (const value of columnData) values.push(value);
            }
          });
          columns.push({name: column, values});
        }
        if (rowEnd > rowStart) yield batchOf(columns, dtypes, name);
        rowStart = rowEnd;
      }
    } catch (error) {
      throw parquetFault(error as Error, name);
    }
  }
  return shapedByFirst(batches(), name, "parquet");
}
