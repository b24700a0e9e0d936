import {closeSync, fstatSync, openSync} from "node:fs";
import type {OpenedGradients} from "../../../lib/workbench/bench.js";
import {checkArrowEnd} from "../../../lib/workbench/read/arrow.js";
import {
  isArrowFile,
  isArrowStream,
  isNpy,
  isParquet,
  isSafetensors
} from "../../../lib/workbench/read/formats.js";
import {checkParquetEnd} from "../../../lib/workbench/read/parquet.js";
import {npySource, safetensorsSource} from "./binary.js";
import {bytesAt, sha256} from "./bytes.js";
import {arrowSource, parquetSource} from "./columns.js";
import {rowSink} from "./rowFile.js";
import type {Source} from "./source.js";
import {textSource} from "./text.js";

/** Bytes from which on a file is read in pieces: numbers as they are, and what takes more room in memory than on disk. */
const large = {numbers: 2 ** 26, others: 2 ** 23};

/** Bytes from which on an archive, which cannot be read in pieces, is refused. */
const largestArchive = 2 ** 30;

/**
 * Gradients in a file that is too large to be held in memory, to be read row by row: npy, safetensors, Arrow,
 * Parquet, CSV or TSV. Its rows are first copied, as plain numbers, to a file without a name in the folder for
 * temporary files. Undefined where the file is small.
 *
 * @param least bytes from which on a file is large; two sizes unless given
 * @throws RangeError as `readGradients`; on a large npz file, and on Fortran order, with the line that converts it
 */
export async function openLarge(
  path: string,
  least?: number
): Promise<OpenedGradients | undefined> {
  const file = openSync(path, "r");
  try {
    const {size} = fstatSync(file);
    const source = await sourceOf({file, path, size}, least);
    if (!source) return undefined;
    const {columns, blocks, format, dtype, single} = source;
    const sink = rowSink(columns, single);
    const groups: (number | string)[] = [];
    for await (const batch of source.batches) {
      sink.append(batch.data);
      if (batch.groups) for (const group of batch.groups) groups.push(group);
    }
    return {
      name: path,
      numbers: sink.rows(),
      blocks,
      ...(groups.length && {groups}),
      format,
      dtype,
      sha256: await sha256(path)
    };
  } finally {
    closeSync(file);
  }
}

async function sourceOf(
  {file, path, size}: {file: number; path: string; size: number},
  least?: number
): Promise<Source | undefined> {
  const isLarge = (bytes: number) => size >= (least ?? bytes);
  if (size < 10) return undefined;
  const first = bytesAt(file, 0, 10);
  if (first[0] === 0x50 && first[1] === 0x4b && !isParquet(first)) {
    if (size < largestArchive) return undefined;
    throw new RangeError(
      `${path} is an archive of ${(size / 2 ** 30).toFixed(1)} GB, which cannot be read in pieces; numpy.save("rows.npy", numpy.load("${path}")["name of the array"]) writes one that can`
    );
  }
  if (isNpy(first)) return isLarge(large.numbers) ? npySource(file, size, path) : undefined;
  if (isSafetensors(first))
    return isLarge(large.numbers) ? safetensorsSource(file, size, path) : undefined;
  if (!isLarge(large.others)) return undefined;
  const last = bytesAt(file, size - 8, 8);
  if (isParquet(first)) {
    checkParquetEnd(last.subarray(-4), path);
    return parquetSource(file, size, path);
  }
  const isStream = isArrowStream(first);
  if (!isStream && !isArrowFile(first)) return textSource(path);
  checkArrowEnd(last, isStream, path);
  return arrowSource({handle: file, path, size}, isStream ? "arrow stream" : "arrow file");
}
