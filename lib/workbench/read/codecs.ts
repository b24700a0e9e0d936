import type {Compressors, FileMetaData} from "hyparquet";
import type {Codec} from "./arrowLayout.js";
import {lz4Frame} from "./lz4.js";

/** The library that unpacks, where it is met. Throws where it is not installed. */
const loadCompressors = (name: string): Promise<typeof import("hyparquet-compressors")> =>
  import("hyparquet-compressors").catch(() => {
    throw new Error(
      `${name} is compressed, and the package hyparquet-compressors is not there to unpack it: npm install hyparquet-compressors`
    );
  });

/** What unpacks the columns of a Parquet file; nothing where they are plain, or packed by Snappy, which is read as it is. */
export async function parquetCompressors(
  {row_groups: groups}: FileMetaData,
  name: string
): Promise<Compressors> {
  const isPacked = groups.some(({columns}) =>
    columns.some(
      ({meta_data: column}) => !["UNCOMPRESSED", "SNAPPY"].includes(column?.codec ?? "SNAPPY")
    )
  );
  if (!isPacked) return {};
  const {SNAPPY: _, ...others} = (await loadCompressors(name)).compressors;
  return others;
}

/** Tells Arrow's library how to unpack these codecs. Throws where it is older than what can be told so. */
export async function registerCodecs(
  {compressionRegistry: registry, CompressionType: types}: typeof import("apache-arrow"),
  codecs: ReadonlySet<Codec>,
  name: string
): Promise<void> {
  if (!codecs.size) return;
  if (!registry) throw new RangeError("a batch is compressed");
  if (codecs.has("lz4")) registry.set(types.LZ4_FRAME, {decode: lz4Frame});
  if (codecs.has("zstd")) {
    const {decompressZstd} = await loadCompressors(name);
    // What it returns may begin at any byte; numbers must begin at a multiple of eight.
    registry.set(types.ZSTD, {decode: data => decompressZstd(data).slice()});
  }
}
