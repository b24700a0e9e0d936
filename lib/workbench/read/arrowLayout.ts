import type {Data} from "apache-arrow";

/** How many bytes the places of a table's fields take at most: Arrow's have eight fields or fewer. */
const longestLayout = 64;

/** Bytes of a file from `from` on. */
export type ReadBytes = (from: number, length: number) => Uint8Array;

/** How the buffers of a batch are compressed. */
export type Codec = "lz4" | "zstd";

/** How many rows a bit of a body may stand for: what is compressed can be so much longer. */
const longest = {plain: 1, packed: 2 ** 16};

/** How many fields a schema may have, those within others counted. */
const mostFields = 2 ** 20;

/**
 * Holds what an Arrow file or stream says of its own lengths to the bytes that there are, before a library trusts them
 * and runs for hours: footer, messages, fields of the schema, rows and buffers of each batch.
 * Source: the format's description at Apache; FlatBuffers' internals.
 *
 * @returns which codecs its batches want
 * @throws RangeError naming file and place
 */
export function checkArrowLayout(
  {size, read, isStream}: {size: number; read: ReadBytes; isStream: boolean},
  name: string
): Set<Codec> {
  const codecs = new Set<Codec>();
  let at = 0;
  /** Checks the message at a place, of that kind where one is wanted, and returns where the next one begins. */
  const message = (from: number, kind?: number): number => {
    at = from;
    const head = viewOf(read(from, Math.min(8, size - from)));
    const long = head.getUint32(0, true) === 0xffffffff;
    const length = head.getInt32(long ? 4 : 0, true);
    if (length === 0) return size;
    const begin = from + (long ? 8 : 4);
    within(length, size - begin);
    const body = checkMessage(viewOf(read(begin, length)), {
      most: size - begin - length,
      kind,
      codecs
    });
    return begin + length + body;
  };
  try {
    if (isStream) for (let next = 0; next < size; ) next = message(next);
    else {
      at = size - 10;
      const length = viewOf(read(size - 10, 4)).getInt32(0, true);
      within(length, size - 18);
      const footer = viewOf(read(size - 10 - length, length));
      const table = follow(footer, 0);
      checkSchema(footer, follow(footer, placeOf(footer, table, 1)));
      for (const k of [2, 3]) {
        const blocks = vectorOf(footer, table, k, 24);
        for (let i = 0; i < blocks.count; i++) {
          const from = longAt(footer, blocks.from + 24 * i);
          within(from, size - 8);
          // Dictionaries and batches are of the kind that their field in the footer has as its number.
          message(from, k);
        }
      }
    }
  } catch (error) {
    if (error instanceof UnknownCodec) throw error;
    throw new RangeError(
      `${name} is damaged: what its Arrow says of its lengths, near byte ${at}, is more than its ${size} bytes hold; write it again`
    );
  }
  return codecs;
}

/** Raised on a batch that is compressed in a way that nobody knows. */
class UnknownCodec extends RangeError {}

const viewOf = ({buffer, byteOffset, byteLength}: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength);

function within(length: number, most: number): void {
  if (!(length >= 0 && length <= most)) throw new RangeError(`${length} is above ${most}`);
}

const longAt = (view: DataView, at: number): number => Number(view.getBigInt64(at, true));

/** Where an offset leads to; always further on. */
const follow = (view: DataView, at: number): number => at + view.getUint32(at, true);

/** Where field k of a table stands; 0 where it is left out. */
function placeOf(view: DataView, table: number, k: number): number {
  const layout = table - view.getInt32(table, true);
  const length = view.getUint16(layout, true);
  within(length, longestLayout);
  const isThere = 4 + 2 * k < length;
  const offset = isThere ? view.getUint16(layout + 4 + 2 * k, true) : 0;
  return offset ? table + offset : 0;
}

/** The entries of a vector in field k, so many bytes each. Throws RangeError where they do not fit. */
function vectorOf(view: DataView, table: number, k: number, width: number) {
  const place = placeOf(view, table, k);
  if (!place) return {count: 0, from: 0};
  const start = follow(view, place);
  const count = view.getUint32(start, true);
  within(count * width, view.byteLength - start - 4);
  return {count, from: start + 4};
}

/** Checks a message, and returns the length of its body, `most` at most. */
function checkMessage(
  view: DataView,
  {most, kind: wanted, codecs}: {most: number; kind?: number; codecs: Set<Codec>}
): number {
  const table = follow(view, 0);
  const [kind, header, length] = [1, 2, 3].map(k => placeOf(view, table, k));
  const body = length ? longAt(view, length) : 0;
  within(body, most);
  checkPairs(view, table, 4);
  const inside = follow(view, header);
  const type = kind && header ? view.getUint8(kind) : 0;
  if (wanted !== undefined && type !== wanted)
    throw new RangeError(`a message of kind ${type}, where one of kind ${wanted} is wanted`);
  if (type === 1) checkSchema(view, inside);
  else if (type === 2) checkBatch(view, follow(view, placeOf(view, inside, 1)), {body, codecs});
  else if (type === 3) checkBatch(view, inside, {body, codecs});
  else throw new RangeError(`a message of kind ${type}`);
  return body;
}

function checkBatch(
  view: DataView,
  batch: number,
  {body, codecs}: {body: number; codecs: Set<Codec>}
): void {
  const packed = placeOf(view, batch, 3);
  if (packed) codecs.add(codecOf(view, follow(view, packed)));
  const rows = placeOf(view, batch, 0);
  // A row has a bit at least.
  const bits = 8 * body * (packed ? longest.packed : longest.plain);
  within(rows ? longAt(view, rows) : 0, bits);
  const nodes = vectorOf(view, batch, 1, 16);
  for (let i = 0; i < nodes.count; i++) {
    within(longAt(view, nodes.from + 16 * i), bits);
    within(longAt(view, nodes.from + 16 * i + 8), bits);
  }
  const buffers = vectorOf(view, batch, 2, 16);
  for (let i = 0; i < buffers.count; i++) {
    const from = longAt(view, buffers.from + 16 * i);
    within(from, body);
    within(longAt(view, buffers.from + 16 * i + 8), body - from);
  }
}

/** Of the table of a batch that says how it is compressed. Throws where that is a way that nobody knows. */
function codecOf(view: DataView, table: number): Codec {
  const place = placeOf(view, table, 0);
  const codec = place ? view.getInt8(place) : 0;
  if (codec !== 0 && codec !== 1) throw new UnknownCodec(`compressed by the codec ${codec}`);
  return codec === 0 ? "lz4" : "zstd";
}

/** Names and words in field k of a table. */
function checkPairs(view: DataView, table: number, k: number): void {
  const pairs = vectorOf(view, table, k, 4);
  for (let i = 0; i < pairs.count; i++) {
    const pair = follow(view, pairs.from + 4 * i);
    for (const part of [0, 1]) vectorOf(view, pair, part, 1);
  }
}

function checkSchema(view: DataView, schema: number): void {
  let left = mostFields;
  const checkFields = (table: number, k: number) => {
    const fields = vectorOf(view, table, k, 4);
    left -= fields.count;
    within(left, mostFields);
    for (let i = 0; i < fields.count; i++) {
      const field = follow(view, fields.from + 4 * i);
      vectorOf(view, field, 0, 1);
      for (const part of [3, 4]) {
        const place = placeOf(view, field, part);
        if (place) placeOf(view, follow(view, place), 0);
      }
      checkFields(field, 5);
      checkPairs(view, field, 6);
    }
  };
  checkFields(schema, 1);
  checkPairs(view, schema, 2);
}

/**
 * Holds a column, once it is unpacked, to the rows of its table and to the numbers that it is made of: what says how
 * many rows there are may be damaged, too.
 *
 * @throws RangeError on rows that are not there, and on a list that ends before it begins, or beyond its numbers
 */
export function checkColumn(parts: readonly Data[], rows: number, where: string): void {
  const held = parts.reduce((sum, {length}) => sum + length, 0);
  if (held !== rows)
    throw new RangeError(`${where} is damaged: it has ${held} rows, and its table ${rows}`);
  for (const part of parts) checkPart(part, where);
}

function checkPart(data: Data, where: string): void {
  const {type, length, children, valueOffsets, nullBitmap} = data;
  const room = Math.min(
    valueRoom(data),
    valueOffsets ? valueOffsets.length - 1 : length,
    nullBitmap?.length ? 8 * nullBitmap.length : length
  );
  if (room < length)
    throw new RangeError(
      `${where} is damaged: it says ${length} rows, and has ${Math.floor(room)}`
    );
  const [child] = children;
  if (!child) return;
  const {listSize} = type as {listSize?: number};
  let last = 0;
  if (listSize !== undefined) last = listSize * length;
  else if (valueOffsets)
    for (let i = 0; i <= length; i++) {
      const next = Number(valueOffsets[i]);
      if (!(next >= last))
        throw new RangeError(`${where} is damaged: a list of row ${i} ends before it begins`);
      last = next;
    }
  if (!(last >= 0 && last <= child.length))
    throw new RangeError(
      `${where} is damaged: its lists have ${last} numbers, where there are ${child.length}`
    );
  for (const part of children) checkPart(part, where);
}

/** How many rows the values of a column have room for, where each has as much. */
function valueRoom({type, length, values, stride}: Data): number {
  const name = String(type);
  if (name === "Bool") return 8 * values.length;
  return /^(?:Dictionary|Uint|Int|Float)/.test(name) ? values.length / stride : length;
}
