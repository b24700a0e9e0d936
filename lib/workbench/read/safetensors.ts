import {type Scalar, scalars} from "./scalar.js";
import {type NamedArray, rowsOf} from "./table.js";

const kinds: Readonly<Record<string, string>> = {F64: "f8", F32: "f4", F16: "f2", BF16: "bf2"};

interface Entry {
  dtype?: string;
  shape?: number[];
  data_offsets?: [number, number];
}

/** Where the numbers of a tensor lie, and how they are read. */
export interface TensorLayout {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly dtype: string;
  readonly scalar: Scalar;
  /** The byte of the file with which they begin. */
  readonly from: number;
}

/** After how many bytes the header of a safetensors file ends, from the first ten of them. */
export const safetensorsHeader = (bytes: Uint8Array): number =>
  8 + Number(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0, true));

/**
 * The tensors that the header of a safetensors file states, F64, F32, F16 or BF16, in its order; `bytes` are its
 * first ones, and `size` is all of them. Source: the format's description at Hugging Face.
 *
 * @throws RangeError on a header that is no JSON or names a tensor twice, another type, tensors that overlap, do not
 * fill the file, or are of another length than their shape wants, a scalar, or no rows
 */
export function tensorLayouts(bytes: Uint8Array, size: number, name: string): TensorLayout[] {
  const from = safetensorsHeader(bytes);
  if (from > bytes.length)
    throw new RangeError(
      `${name} is truncated in its header, which is to end at byte ${from} of ${size}: copy it again`
    );
  const layouts = entriesOf(bytes.subarray(8, from), name).map(([tensor, entry]): TensorLayout => {
    const where = `${tensor} in ${name}`;
    const {dtype, shape, data_offsets: offsets} = entry ?? {};
    const isPlace = Array.isArray(offsets) && offsets.length === 2 && offsets.every(isCount);
    if (typeof dtype !== "string" || !Array.isArray(shape) || !isPlace)
      throw new RangeError(
        `${where} must have dtype, shape and data_offsets in the header; got ${JSON.stringify(entry).slice(0, 60)}`
      );
    const scalar = scalars[Object.hasOwn(kinds, dtype) ? kinds[dtype] : "none"];
    if (!scalar)
      throw new RangeError(
        `${where} must be one of ${Object.keys(kinds).join(", ")}; got ${dtype}: save tensor.float()`
      );
    const [begin, end] = offsets;
    const [rows, columns] = rowsOf(shape, where);
    if (end - begin !== rows * columns * scalar.size)
      throw new RangeError(
        `${where} must have ${rows * columns * scalar.size} bytes for [${shape.join(", ")}] ${dtype}; got ${end - begin}`
      );
    if (from + end > size)
      throw new RangeError(
        `${name} is truncated: ${tensor} ends at byte ${from + end} of ${size}: copy it again`
      );
    return {name: tensor, rows, columns, dtype, scalar, from: from + begin};
  });
  checkCovered(layouts, [from, size], name);
  return layouts;
}

const isCount = (x: unknown): x is number => Number.isSafeInteger(x) && (x as number) >= 0;

/** The header's tensors. Throws RangeError on what is no object in JSON, or has a name twice. */
function entriesOf(header: Uint8Array, name: string): [string, Entry | null][] {
  const text = new TextDecoder().decode(header);
  const names: string[] = [];
  let entries: [string, Entry | null][];
  try {
    entries = Object.entries(JSON.parse(text) as Record<string, Entry | null>);
  } catch {
    throw new RangeError(`${name} must have a header of JSON; it cannot be parsed`);
  }
  for (const [, key] of text.matchAll(/"((?:[^"\\]|\\.)*)"\s*:\s*\{/g)) {
    if (names.includes(key))
      throw new RangeError(`${name} must have each tensor once in its header; got ${key} twice`);
    names.push(key);
  }
  return entries.filter(([tensor]) => tensor !== "__metadata__");
}

/** Throws where tensors overlap, or leave bytes between `from` and `to` to none: the format allows neither. */
function checkCovered(
  layouts: readonly TensorLayout[],
  [from, to]: readonly [number, number],
  name: string
): void {
  let end = from;
  for (const one of [...layouts].sort((a, b) => a.from - b.from)) {
    if (one.from !== end)
      throw new RangeError(
        `${name} is damaged: ${one.name} begins at byte ${one.from}, and what stands before it ends at ${end}`
      );
    end += one.rows * one.columns * one.scalar.size;
  }
  if (layouts.length && end !== to)
    throw new RangeError(
      `${name} is damaged: its tensors end at byte ${end}, and the file at ${to}`
    );
}

/** The tensors of a safetensors file, with their numbers. Throws as `tensorLayouts`. */
export function readSafetensors(bytes: Uint8Array, name: string): NamedArray[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return tensorLayouts(bytes, bytes.length, name).map(({scalar, from, ...tensor}) => ({
    ...tensor,
    data: Float64Array.from({length: tensor.rows * tensor.columns}, (_, k) =>
      scalar.read(view, from + k * scalar.size, true)
    )
  }));
}
