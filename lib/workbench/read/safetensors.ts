import {type Scalar, scalars} from "./scalar.js";
import {type NamedArray, rowsOf} from "./table.js";

const kinds: Readonly<Record<string, string>> = {F64: "f8", F32: "f4", F16: "f2", BF16: "bf2"};

/** Eight bytes of length, and a JSON object. */
export function isSafetensors(bytes: Uint8Array): boolean {
  if (bytes.length < 10 || bytes[8] !== 0x7b) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, 8);
  return view.getUint32(4, true) === 0;
}

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

/** How many bytes the header of a safetensors file ends after, from the first ten of them. */
export const safetensorsHeader = (bytes: Uint8Array): number =>
  8 + new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);

/**
 * The tensors that the header of a safetensors file states, F64, F32, F16 or BF16, in its order; `bytes` are its
 * first ones, and `size` is all of them. Source: the format's description at Hugging Face.
 *
 * @throws RangeError on a header that is no JSON, another type, a tensor outside the file or of another length
 * than its shape wants, a scalar, or no rows
 */
export function tensorLayouts(bytes: Uint8Array, size: number, name: string): TensorLayout[] {
  const from = safetensorsHeader(bytes);
  if (from > bytes.length) throw new RangeError(`${name} is truncated in its header`);
  let header: Record<string, Entry>;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, from)));
  } catch {
    throw new RangeError(`${name} must have a header of JSON; it cannot be parsed`);
  }
  return Object.entries(header)
    .filter(([tensor]) => tensor !== "__metadata__")
    .map(([tensor, {dtype = "none", shape = [], data_offsets: [begin, end] = [0, 0]}]) => {
      const where = `${tensor} in ${name}`;
      const scalar = scalars[Object.hasOwn(kinds, dtype) ? kinds[dtype] : "none"];
      if (!scalar)
        throw new RangeError(
          `${where} must be one of ${Object.keys(kinds).join(", ")}; got ${dtype}`
        );
      const [rows, columns] = rowsOf(shape, where);
      if (end - begin !== rows * columns * scalar.size)
        throw new RangeError(
          `${where} must have ${rows * columns * scalar.size} bytes for [${shape.join(", ")}] ${dtype}; got ${end - begin}`
        );
      if (!(begin >= 0 && from + end <= size))
        throw new RangeError(
          `${name} is truncated: ${tensor} ends at byte ${from + end} of ${size}`
        );
      return {name: tensor, rows, columns, dtype, scalar, from: from + begin};
    });
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
