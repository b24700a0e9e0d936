import {type Scalar, scalars} from "./scalar.js";
import {type NamedArray, rowsOf} from "./table.js";

interface Header {
  readonly fields: readonly {readonly scalar: Scalar; readonly little: boolean}[];
  readonly dtype: string;
  readonly fortran: boolean;
  readonly shape: readonly number[];
}

/** Where the numbers of an npy file lie, and how they are read. */
export interface NpyLayout {
  /** The byte with which they begin. */
  readonly from: number;
  readonly rows: number;
  /** Entries of a row, each of as many numbers as there are fields. */
  readonly inner: number;
  readonly fields: Header["fields"];
  /** Bytes of an entry. */
  readonly size: number;
  readonly dtype: string;
  readonly fortran: boolean;
  readonly shape: readonly number[];
}

/**
 * The layout that the header of an npy file states; `bytes` are its first ones, and `length` is all of them.
 *
 * @throws RangeError on a header that is none, objects and other types that are no real numbers, a scalar, no
 * rows, or fewer or more bytes than the shape wants
 */
export function npyLayout(bytes: Uint8Array, length: number, name: string): NpyLayout {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = bytes[6];
  if (!(version >= 1 && version <= 3))
    throw new RangeError(`${name} must have npy version 1, 2 or 3; got ${version ?? "no version"}`);
  const start = version === 1 ? 10 : 12;
  if (bytes.length < start)
    throw new RangeError(`${name} is truncated in its header: copy it again`);
  const from = start + (version === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  if (bytes.length < from)
    throw new RangeError(`${name} is truncated in its header: copy it again`);
  const text = new TextDecoder(version === 3 ? "utf-8" : "latin1").decode(
    bytes.subarray(start, from)
  );
  const {fields, dtype, fortran, shape} = headerOf(text, name);
  const [rows, inner] = rowsOf(shape, name);
  const size = fields.reduce((sum, {scalar}) => sum + scalar.size, 0);
  const wanted = rows * inner * size;
  if (length - from !== wanted)
    throw new RangeError(
      `${name} must have ${wanted} bytes of data for (${shape.join(", ")}) ${dtype}; got ${length - from}: ${length - from < wanted ? "it is truncated, copy it again" : "write it again with numpy.save"}`
    );
  return {from, rows, inner, fields, size, dtype, fortran, shape};
}

/** Reads entries that lie one after another, from the byte `at` on, into `data`; `places` says where entry k goes. */
export function readEntries(
  view: DataView,
  at: number,
  {fields}: Pick<NpyLayout, "fields">,
  data: Float64Array,
  places = (k: number) => k
): void {
  const width = fields.length;
  for (let k = 0; k * width < data.length; k++) {
    const to = places(k) * width;
    for (let part = 0; part < width; part++) {
      const {scalar, little} = fields[part];
      data[to + part] = scalar.read(view, at, little);
      at += scalar.size;
    }
  }
}

/**
 * An array of NumPy's npy format, versions 1 to 3, either byte order, C or Fortran order; the fields of a
 * structured dtype become columns, and those that are arrays as many as they have numbers. Source: NEP 1.
 *
 * @throws as `npyLayout`
 */
export function readNpy(bytes: Uint8Array, name: string): NamedArray {
  const layout = npyLayout(bytes, bytes.length, name);
  const {from, rows, inner, fields, dtype, fortran, shape} = layout;
  const columns = inner * fields.length;
  const data = new Float64Array(rows * columns);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  readEntries(view, from, layout, data, fortran ? fortranPlaces(shape) : undefined);
  return {name, rows, columns, data, dtype};
}

/** Where the k-th entry in Fortran order stands in C order. */
function fortranPlaces(shape: readonly number[]): (k: number) => number {
  const strides = shape.map((_, axis) =>
    shape.slice(axis + 1).reduce((product, x) => product * x, 1)
  );
  return k => {
    let [left, place] = [k, 0];
    for (const [axis, count] of shape.entries()) {
      place += (left % count) * strides[axis];
      left = Math.floor(left / count);
    }
    return place;
  };
}

/** A field of a structured dtype: its name, its type, and its shape where it is an array. */
const oneField = /\('[^']*',\s*'([^']*)'(?:,\s*\(([\d,\s]*)\))?\)/g;

/** How many numbers an array of this shape has, which is written as 2, 3. */
const numbersIn = (shape: string): number =>
  shape.split(",").reduce((product, part) => product * (part.trim() ? Number(part) : 1), 1);

function headerOf(text: string, name: string): Header {
  const shape = /'shape':\s*\(([^)]*)\)/.exec(text)?.[1];
  const fortran = /'fortran_order':\s*(True|False)/.exec(text)?.[1];
  const simple = /'descr':\s*'([^']*)'/.exec(text)?.[1];
  const structured = /'descr':\s*\[(.*?)\]\s*[,}]/.exec(text)?.[1];
  const dtype = simple ?? structured;
  if (shape === undefined || fortran === undefined || dtype === undefined)
    throw new RangeError(
      `${name} must have an npy header with descr, fortran_order and shape; got ${JSON.stringify(text.trim().slice(0, 60))}`
    );
  if (structured && /\('groups?',/i.test(structured))
    throw new RangeError(
      `${name} must hold gradients alone; got a field of groups: numpy.save("groups.npy", rows["group"]) makes a file of these`
    );
  const types =
    simple !== undefined
      ? [simple]
      : [...dtype.matchAll(oneField)].flatMap(([, type, inner = ""]) =>
          Array<string>(numbersIn(inner)).fill(type)
        );
  if (!types.length || (structured && /[^,\s]/.test(dtype.replace(oneField, ""))))
    throw new RangeError(
      `${name} must have fields of numbers, or of arrays of them; got [${dtype}]: numpy.lib.recfunctions.structured_to_unstructured makes one table of more`
    );
  return {
    fields: types.map(type => field(type, name)),
    dtype: simple ?? types.join(" "),
    fortran: fortran === "True",
    shape: shape.split(",").flatMap(part => (part.trim() ? [Number(part)] : []))
  };
}

function field(type: string, name: string) {
  const [, order, kind] = /^([<>|=]?)(.*)$/.exec(type) as RegExpExecArray;
  const scalar = Object.hasOwn(scalars, kind) && kind !== "bf2" ? scalars[kind] : undefined;
  if (kind.startsWith("O"))
    throw new RangeError(
      `${name} must hold numbers; got Python objects (${type}): save np.stack(rows)`
    );
  if (!scalar)
    throw new RangeError(
      `${name} must hold real numbers of 1 to 8 bytes; got the dtype ${type}: ${kind.startsWith("c") ? "numpy.hstack([rows.real, rows.imag]) makes them of complex ones" : 'rows.astype("float64") makes them of others'}`
    );
  return {scalar, little: order !== ">"};
}
