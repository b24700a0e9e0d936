/** The first bytes of a frame. */
const magic = 0x184d2204;

/** How many bytes are unpacked at most: sizes in a damaged frame are whatever they are. */
const largest = 2 ** 31;

/**
 * The content of an LZ4 frame, whose blocks may refer to those before them; checksums are passed over. Source: LZ4's
 * descriptions of its frame and block formats.
 *
 * @throws RangeError on what is no whole frame
 */
export function lz4Frame(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 7 || view.getUint32(0, true) !== magic) throw new RangeError("no LZ4 frame");
  const flags = bytes[4];
  const header = 7 + (flags & 8 ? 8 : 0) + (flags & 1 ? 4 : 0);
  const blocks: {from: number; end: number; packed: boolean}[] = [];
  let total = 0;
  for (let at = header; ; ) {
    const word = view.getUint32(at, true);
    if (word === 0) break;
    const from = at + 4;
    const end = from + (word & 0x7fffffff);
    if (end > bytes.length) throw new RangeError("an LZ4 block ends beyond its frame");
    const packed = word < 2 ** 31;
    total += packed ? unpack(bytes, from, end) : end - from;
    if (total > largest) throw new RangeError(`an LZ4 frame of more than ${largest} bytes`);
    blocks.push({from, end, packed});
    at = end + (flags & 16 ? 4 : 0);
  }
  const content = new Uint8Array(total);
  let to = 0;
  for (const {from, end, packed} of blocks)
    if (packed) to = unpack(bytes, from, end, {content, to});
    else {
      content.set(bytes.subarray(from, end), to);
      to += end - from;
    }
  return content;
}

/**
 * Unpacks a block behind what is there, and returns where it ends; without content, how long it is.
 *
 * @throws RangeError on a block that refers to what stands before all content, or ends within a sequence
 */
function unpack(
  bytes: Uint8Array,
  from: number,
  end: number,
  target?: {readonly content: Uint8Array; readonly to: number}
): number {
  let at = from;
  let to = target?.to ?? 0;
  const length = (nibble: number): number => {
    let sum = nibble;
    for (let byte = nibble === 15 ? 255 : 0; byte === 255; sum += byte) byte = bytes[at++];
    return sum;
  };
  while (at < end) {
    const token = bytes[at++];
    const literals = length(token >> 4);
    if (at + literals > end) throw new RangeError("an LZ4 block ends within its letters");
    target?.content.set(bytes.subarray(at, at + literals), to);
    at += literals;
    to += literals;
    if (at >= end) break;
    const back = bytes[at] | (bytes[at + 1] << 8);
    at += 2;
    const count = 4 + length(token & 15);
    if (target) {
      const {content} = target;
      if (back === 0 || back > to) throw new RangeError("an LZ4 block refers to nothing");
      for (let k = 0; k < count; k++) content[to + k] = content[to - back + k];
    }
    to += count;
  }
  return to;
}
