import {crc32} from "./crc32.js";
import {readNpy} from "./npy.js";
import {archiveWithoutArrays} from "./otherFormats.js";
import type {NamedArray} from "./table.js";

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly sum: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/**
 * The arrays of a npz file, stored or deflated, each checked by its CRC-32; those without dimensions are refused.
 * The platform inflates. Source: PKWARE's APPNOTE; `numpy.savez`.
 *
 * @throws RangeError on a zip archive that is truncated, encrypted or holds no npy file; on a checkpoint of
 * PyTorch, which is a zip archive too, with the line that converts it
 */
export async function readNpz(bytes: Uint8Array, name: string): Promise<NamedArray[]> {
  const entries = entriesOf(bytes, name);
  if (entries.some(entry => /(^|\/)data\.pkl$/.test(entry.name)))
    throw new RangeError(
      `${name} is a checkpoint of PyTorch, which only Python can read; numpy.save("gradients.npy", torch.load("${name.replace(/^.*\//, "")}").numpy()) converts a tensor of n rows, and safetensors.torch.save_file a dict of tensors`
    );
  const arrays = entries.filter(entry => entry.name.endsWith(".npy"));
  if (!arrays.length)
    throw new RangeError(
      archiveWithoutArrays(
        entries.map(entry => entry.name),
        name
      )
    );
  const read: NamedArray[] = [];
  for (const entry of arrays) {
    const array = entry.name.replace(/\.npy$/, "");
    const content = await contentOf(bytes, entry, name);
    read.push({...readNpy(content, `${array} in ${name}`), name: array});
  }
  return read;
}

/** The central directory, which the last record names. */
function entriesOf(bytes: Uint8Array, name: string): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const truncated = () =>
    new RangeError(`${name} is truncated: the zip archive has no whole directory: copy it again`);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw truncated();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let k = 0; k < count; k++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw truncated();
    const length = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)),
      method: view.getUint16(at + 10, true),
      sum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true)
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

async function contentOf(bytes: Uint8Array, entry: Entry, name: string): Promise<Uint8Array> {
  const where = `${entry.name} in ${name}`;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (Math.max(entry.packed, entry.size) > largest || entry.at === 0xffffffff)
    throw new RangeError(
      `${where} must be below 1 GB of numbers in a file of 4 GB; save it as npy`
    );
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== 0x04034b50)
    throw new RangeError(`${where} is truncated: it begins outside the file: copy it again`);
  const from =
    entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(from, from + entry.packed);
  if (entry.method !== 0 && entry.method !== 8)
    throw new RangeError(
      `${where} must be stored or deflated; got the method ${entry.method}: numpy.savez and numpy.savez_compressed write these`
    );
  const content = entry.method === 0 ? packed : await inflated(packed, entry.size, where);
  if (content.length !== entry.size || crc32(content) !== entry.sum)
    throw new RangeError(
      `${where} is damaged: its bytes do not have the checksum that the archive says: copy it again`
    );
  return content;
}

/** Bytes that an array may have: an archive of a few kilobytes can inflate to more than there is memory. */
const largest = 2 ** 30;

/** How many bytes one byte of deflated data can become. */
const mostInflated = 1032;

/** Inflates, and gives up where there is more than the archive says. */
async function inflated(packed: Uint8Array, size: number, where: string): Promise<Uint8Array> {
  const stream = new Blob([packed.slice()])
    .stream()
    .pipeThrough(new DecompressionStream("deflate-raw"));
  if (size > mostInflated * packed.length)
    throw new RangeError(
      `${where} is damaged: ${packed.length} bytes cannot inflate to ${size}: copy it again`
    );
  const content = new Uint8Array(size);
  let done = 0;
  const reader = stream.getReader();
  try {
    for (;;) {
      const {value} = await reader.read();
      if (!value) return content.subarray(0, done);
      if (done + value.length > size) break;
      content.set(value, done);
      done += value.length;
    }
  } catch {
    throw new RangeError(`${where} is damaged: it cannot be inflated: copy it again`);
  }
  await reader.cancel().catch(() => {});
  throw new RangeError(
    `${where} is damaged: it has more than the ${size} bytes that the archive says: write it again`
  );
}
