/** Columns of a table that belong together. */
export interface Tensor {
  readonly name: string;
  /** Of one row; empty for a single number. */
  readonly shape: readonly number[];
}

/**
 * Rows of numbers as a safetensors file of float32 or float64 tensors, whose columns follow each other.
 * Source: the format's description at Hugging Face.
 *
 * @throws RangeError where the tensors' columns are not those of the rows
 */
export function safetensors(
  rows: readonly ArrayLike<number>[],
  tensors: readonly Tensor[],
  dtype: "F32" | "F64"
): Uint8Array {
  const size = dtype === "F32" ? 4 : 8;
  const widths = tensors.map(({shape}) => shape.reduce((product, x) => product * x, 1));
  const columns = widths.reduce((sum, x) => sum + x, 0);
  if (columns !== rows[0]?.length)
    throw new RangeError(`tensors must have ${rows[0]?.length} columns; got ${columns}`);
  const header: Record<string, object> = {};
  let at = 0;
  for (const [k, {name, shape}] of tensors.entries()) {
    const end = at + rows.length * widths[k] * size;
    header[name] = {dtype, shape: [rows.length, ...shape], data_offsets: [at, end]};
    at = end;
  }
  const text = JSON.stringify(header);
  const padded = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 8) * 8));
  const bytes = new Uint8Array(8 + padded.length + at);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, padded.length, true);
  bytes.set(padded, 8);
  let to = 8 + padded.length;
  let from = 0;
  for (const width of widths) {
    for (const row of rows)
      for (let j = from; j < from + width; j++) {
        if (size === 4) view.setFloat32(to, row[j], true);
        else view.setFloat64(to, row[j], true);
        to += size;
      }
    from += width;
  }
  return bytes;
}
