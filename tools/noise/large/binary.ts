import {npyLayout, readEntries} from "../../../lib/workbench/read/npy.js";
import {
  safetensorsHeader,
  type TensorLayout,
  tensorLayouts
} from "../../../lib/workbench/read/safetensors.js";
import {equallyLong, withoutGroups} from "../../../lib/workbench/read/table.js";
import {bytesAt} from "./bytes.js";
import {type Batch, ranges, type Source} from "./source.js";

/** The longest header that is looked at. */
const header = 2 ** 20;

const view = ({buffer}: Uint8Array) => new DataView(buffer);

/**
 * An npy file in C order.
 *
 * @throws RangeError as `readNpy`, and on one in Fortran order, with the line that converts it
 */
export function npySource(file: number, size: number, name: string): Source {
  const layout = npyLayout(bytesAt(file, 0, Math.min(size, header)), size, name);
  const {from, rows, inner, fields, dtype, fortran} = layout;
  const columns = inner * fields.length;
  if (fortran && columns > 1)
    throw new RangeError(
      `${name} is in Fortran order, and too large to be turned in memory; numpy.save("rows.npy", numpy.ascontiguousarray(numpy.load("${name}", mmap_mode="r"))) turns it`
    );
  function* batches(): Generator<Batch> {
    const width = inner * layout.size;
    for (const [first, after] of ranges(rows, columns)) {
      const data = new Float64Array((after - first) * columns);
      const bytes = bytesAt(file, from + first * width, (after - first) * width);
      readEntries(view(bytes), 0, layout, data);
      yield {data};
    }
  }
  const single = fields.every(({scalar}) => scalar.size <= 2) || /^[<>|=]?f4$/.test(dtype);
  return {columns, blocks: [], format: "npy", dtype, single, batches: batches()};
}

/** The tensors of a safetensors file, side by side. Throws RangeError as `readGradients`. */
export function safetensorsSource(file: number, size: number, name: string): Source {
  const head = bytesAt(file, 0, Math.min(size, safetensorsHeader(bytesAt(file, 0, 10))));
  const all = tensorLayouts(head, size, name);
  const {rows} = equallyLong(all, name);
  const {arrays: tensors, groups} = withoutGroups(all, name);
  const groupsOf = ({scalar, from}: TensorLayout, begin: number, end: number) => {
    const bytes = view(bytesAt(file, from + begin * scalar.size, (end - begin) * scalar.size));
    return Array.from({length: end - begin}, (_, i) => scalar.read(bytes, i * scalar.size, true));
  };
  let width = 0;
  const blocks = tensors.map(({name: tensor, columns}) => {
    const from = width;
    width += columns;
    return {name: tensor, from, to: width};
  });
  function* batches(): Generator<Batch> {
    for (const [begin, end] of ranges(rows, width)) {
      const data = new Float64Array((end - begin) * width);
      for (const [k, {columns, scalar, from}] of tensors.entries()) {
        const row = columns * scalar.size;
        const bytes = view(bytesAt(file, from + begin * row, (end - begin) * row));
        for (let i = 0, at = 0; i < end - begin; i++)
          for (let j = 0; j < columns; j++, at += scalar.size)
            data[i * width + blocks[k].from + j] = scalar.read(bytes, at, true);
      }
      yield {data, ...(groups && {groups: groupsOf(groups, begin, end)})};
    }
  }
  return {
    columns: width,
    blocks: tensors.length > 1 ? blocks : [],
    format: "safetensors",
    dtype: [...new Set(tensors.map(({dtype}) => dtype))].join(", "),
    single: tensors.every(({scalar}) => scalar.size <= 4),
    batches: batches()
  };
}
