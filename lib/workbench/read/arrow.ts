import {checkArrowLayout, checkColumn} from "./arrowLayout.js";
import {registerCodecs} from "./codecs.js";
import {arraysOf, type Column, groupName} from "./columns.js";
import {isArrowFile, isArrowStream} from "./formats.js";
import type {NamedArray} from "./table.js";

/** What a stream ends with: the mark of a message, and no length. */
const endOfStream = [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0];

/**
 * The columns of an Arrow file or stream, read value by value through its validity bits, float16 as numbers.
 * Source: the format's description at Apache.
 *
 * @throws RangeError on a file or stream that is truncated, compressed by an unknown codec, or cannot be read, and as `arraysOf`
 */
export async function readArrow(
  bytes: Uint8Array,
  name: string
): Promise<{arrays: NamedArray[]; groups?: (number | string)[]}> {
  checkArrowEnd(bytes.subarray(-8), isArrowStream(bytes), name);
  const library = await loadArrow(name);
  const read = (from: number, length: number) => bytes.subarray(from, from + length);
  const columns: Column[] = [];
  const dtypes: string[] = [];
  try {
    const layout = {size: bytes.length, read, isStream: isArrowStream(bytes)};
    await registerCodecs(library, checkArrowLayout(layout, name), name);
    const table = library.tableFromIPC(bytes);
    for (const [k, field] of table.schema.fields.entries()) {
      const vector = table.getChildAt(k);
      checkColumn(vector?.data ?? [], table.numRows, `${field.name} in ${name}`);
      const values = Array.from({length: table.numRows}, (_, i) => vector?.get(i));
      checkArrowType(field, name);
      columns.push({name: field.name, values});
      dtypes.push(String(field.type));
    }
  } catch (error) {
    throw arrowFault(error as Error, name);
  }
  return arraysOf(columns, dtypes, name);
}

/** The library that reads Arrow, where it is met. Throws where it is not installed. */
export const loadArrow = (name: string): Promise<typeof import("apache-arrow")> =>
  import("apache-arrow").catch(() => {
    throw new Error(
      `${name} is Arrow, and the package apache-arrow is not there to read it: npm install apache-arrow`
    );
  });

/** Numbers, lists of them, dictionaries of them; words are refused by their row. */
const readTypes =
  /^(?:(?:List|FixedSizeList\[\d+\])<)*(?:Dictionary<\w+, )?(?:Uint|Int|Float)\d+>*$|^Bool$|^Null$|Utf8/;

/** Throws RangeError on a column whose values the library hands over as bytes, or in units of its own. */
export function checkArrowType(
  {name: column, type}: {readonly name: string; readonly type: unknown},
  name: string
): void {
  if (!groupName.test(column) && !readTypes.test(String(type)))
    throw new RangeError(
      `${column} in ${name} must hold numbers; got ${String(type)}: table.set_column(k, "${column}", table["${column}"].cast("float64")) in pyarrow makes some of it`
    );
}

/** Holds the last eight bytes of a file or stream to its end mark. Throws RangeError. */
export function checkArrowEnd(last: Uint8Array, isStream: boolean, name: string): void {
  if (isStream && !endOfStream.every((byte, k) => last[k] === byte))
    throw new RangeError(
      `${name} is truncated: an Arrow stream ends with its end mark; close the writer that made it`
    );
  if (!isStream && !isArrowFile(last.subarray(-6)))
    throw new RangeError(
      `${name} is truncated: an Arrow file ends as it begins, with ARROW1: copy it again`
    );
}

/** What is said where a library cannot read a file as Arrow; our own errors stay as they are. */
export function arrowFault(error: Error, name: string): Error {
  if (error.message.includes(name)) return error;
  return new RangeError(
    /compress|codec/i.test(error.message)
      ? `${name} must be uncompressed Arrow; pyarrow.feather.write_feather(table, file, compression="uncompressed") writes it`
      : `${name} cannot be read as Arrow: ${error.message}`
  );
}
