import {describe} from "../check.js";
import {isArrowFile, isArrowStream, isNpy, isParquet, isSafetensors} from "./read/formats.js";
import {type GradientFile, type NamedArray, namedSideBySide, sideBySide} from "./read/table.js";

// What reads a format is fetched when a file has it: a page opens one.
const arrow = () => import("./read/arrow.js");

/**
 * A table of gradients from the bytes of a file, n×d in float64, row by row
 *
 *     rows × columns,   one row per sample,   tensors n×… flattened, side by side
 *
 * The format is found by the first bytes, never by the name: npy (versions 1 to 3, either byte and axis order),
 * npz (stored or deflated), safetensors (F64, F32, F16, BF16), Arrow (file and stream, plain, LZ4
 * or Zstandard), Parquet (plain, Snappy, Zstandard, gzip, Brotli or LZ4), CSV, TSV or a pasted matrix. Each array of a npz or safetensors file is a block, and each column of
 * lists. A column that is headed group or groups, or an array of that name with one number per row, is `groups`. Numbers that are not finite, and nulls as NaN, are kept:
 * `noiseReport` finds them. A checkpoint of PyTorch is recognised, and refused with the line that converts it.
 * Source: NEP 1 (npy); the formats' own descriptions.
 *
 * @param options.name what messages call the file; default "the file"
 * @throws RangeError on a file that is truncated, of another format, without numbers or without rows, or
 * whose arrays do not have equally many rows: with the name, the place, and what to do
 * @example
 * const table = await readGradients(new TextEncoder().encode("1,2\n3,4"));
 * table.rows; // 2
 */
export async function readGradients(
  bytes: Uint8Array,
  options: {name?: string} = {}
): Promise<GradientFile> {
  const {name = "the file"} = options;
  if (!(bytes instanceof Uint8Array))
    throw new RangeError(`bytes must be a Uint8Array; got ${describe(bytes)}`);
  if (bytes.length === 0) throw new RangeError(`${name} must not be empty; got 0 bytes`);
  const begins = (text: string) =>
    [...text].every((letter, i) => bytes[i] === letter.charCodeAt(0));
  if (isNpy(bytes))
    return sideBySide([(await import("./read/npy.js")).readNpy(bytes, name)], name, "npy");
  if (begins("PK"))
    return namedSideBySide(await (await import("./read/npz.js")).readNpz(bytes, name), name, "npz");
  if (isParquet(bytes))
    return withGroups(
      await (await import("./read/parquet.js")).readParquet(bytes, name),
      name,
      "parquet"
    );
  if (isArrowFile(bytes))
    return withGroups(await (await arrow()).readArrow(bytes, name), name, "arrow file");
  if (isArrowStream(bytes))
    return withGroups(await (await arrow()).readArrow(bytes, name), name, "arrow stream");
  if (isSafetensors(bytes))
    return namedSideBySide(
      (await import("./read/safetensors.js")).readSafetensors(bytes, name),
      name,
      "safetensors"
    );
  return (await import("./read/text.js")).readText(bytes, name);
}

/** Columns side by side; blocks where some are lists, since columns of single numbers are one table. */
function withGroups(
  {arrays, groups}: {readonly arrays: NamedArray[]; readonly groups?: (number | string)[]},
  name: string,
  format: string
): GradientFile {
  const file = sideBySide(arrays, name, format);
  const single = arrays.every(({columns}) => columns === 1);
  return {
    ...file,
    blocks: single ? [] : file.blocks,
    ...(groups && {groups}),
    ...(single && {names: arrays.map(array => array.name)})
  };
}
