import type {FileMetaData} from "hyparquet";
import {crc32} from "./crc32.js";

type Column = FileMetaData["row_groups"][number]["columns"][number];

/** What the header of a page says of the bytes behind it. */
interface Page {
  readonly size: number;
  readonly crc: number | undefined;
  /** Where the header ends. */
  readonly end: number;
}

/**
 * Holds the pages of a column to the checksums that they state; the library reads past these. Pages without one, and what
 * cannot be followed from page to page, are left to it. Source: Parquet's description at Apache, PageHeader; Thrift's
 * compact protocol.
 *
 * @throws RangeError naming column and place
 */
export function checkPages(
  {meta_data: column}: Column,
  read: (from: number, length: number) => Uint8Array,
  name: string
): void {
  if (!column) return;
  const {dictionary_page_offset: dictionary, data_page_offset: first} = column;
  const from = Number(dictionary && dictionary < first ? dictionary : first);
  const bytes = read(from, Number(column.total_compressed_size));
  for (let at = 0; at < bytes.length; ) {
    const page = pageAt(bytes, at);
    if (!page || page.end + page.size > bytes.length) return;
    const data = bytes.subarray(page.end, page.end + page.size);
    if (page.crc !== undefined && crc32(data) !== page.crc >>> 0)
      throw new RangeError(
        `${name} is damaged: a page of ${column.path_in_schema.join(".")} at byte ${from + page.end} does not have the checksum that it states; copy or write the file again`
      );
    at = page.end + page.size;
  }
}

/** The page whose header begins at a byte; undefined where there is none. */
function pageAt(bytes: Uint8Array, from: number): Page | undefined {
  const reader = new CompactReader(bytes, from);
  let [size, crc]: (number | undefined)[] = [];
  try {
    reader.struct((field, type) => {
      if (field === 3) size = reader.integer();
      else if (field === 4) crc = reader.integer();
      else reader.skip(type);
    });
  } catch {
    return undefined;
  }
  return size === undefined || size < 0 ? undefined : {size, crc, end: reader.at};
}

/** How deep a header's values may lie in one another. */
const deepest = 16;

/** Reads, or passes over, values in Thrift's compact protocol. Throws where they go beyond the bytes. */
class CompactReader {
  private depth = 0;

  constructor(
    private readonly bytes: Uint8Array,
    public at: number
  ) {}

  /** Calls `each` with the number and type of each field, whose value it must read or skip. */
  struct(each: (field: number, type: number) => void): void {
    if (++this.depth > deepest) throw new RangeError("too deep");
    let field = 0;
    for (;;) {
      const head = this.byte();
      if (head === 0) break;
      field = head >> 4 ? field + (head >> 4) : this.integer();
      each(field, head & 15);
    }
    this.depth--;
  }

  /** A zigzag number of 32 bits. */
  integer(): number {
    const word = this.word();
    return (word >>> 1) ^ -(word & 1);
  }

  skip(type: number): void {
    if (type === 3) this.at += 1;
    else if (type >= 4 && type <= 6) this.word();
    else if (type === 7) this.at += 8;
    else if (type === 8) this.at += this.word();
    else if (type === 9 || type === 10) this.skipList();
    else if (type === 12) this.struct((_, inner) => this.skip(inner));
    else if (type !== 1 && type !== 2) throw new RangeError(`no type ${type}`);
  }

  private skipList(): void {
    const head = this.byte();
    const type = head & 15;
    const count = head >> 4 === 15 ? this.word() : head >> 4;
    for (let k = 0; k < count; k++)
      if (type <= 2) this.at++;
      else this.skip(type);
  }

  private byte(): number {
    if (this.at >= this.bytes.length) throw new RangeError("beyond the end");
    return this.bytes[this.at++];
  }

  /** A number of seven bits a byte; what is above 32 bits is passed over. */
  private word(): number {
    let word = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      if (shift < 32) word |= (byte & 127) << shift;
      if (byte < 128) return word >>> 0;
    }
  }
}
