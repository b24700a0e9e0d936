/** How one number of a type is read. */
export interface Scalar {
  /** Bytes. */
  readonly size: number;
  readonly read: (view: DataView, at: number, little: boolean) => number;
}

/** Numbers by their kind and size as NumPy names them; `bf2` is bfloat16. */
export const scalars: Readonly<Record<string, Scalar>> = {
  f2: {size: 2, read: (view, at, little) => half(view.getUint16(at, little))},
  bf2: {size: 2, read: (view, at, little) => brain(view.getUint16(at, little))},
  f4: {size: 4, read: (view, at, little) => view.getFloat32(at, little)},
  f8: {size: 8, read: (view, at, little) => view.getFloat64(at, little)},
  i1: {size: 1, read: (view, at) => view.getInt8(at)},
  i2: {size: 2, read: (view, at, little) => view.getInt16(at, little)},
  i4: {size: 4, read: (view, at, little) => view.getInt32(at, little)},
  i8: {size: 8, read: (view, at, little) => Number(view.getBigInt64(at, little))},
  u1: {size: 1, read: (view, at) => view.getUint8(at)},
  u2: {size: 2, read: (view, at, little) => view.getUint16(at, little)},
  u4: {size: 4, read: (view, at, little) => view.getUint32(at, little)},
  u8: {size: 8, read: (view, at, little) => Number(view.getBigUint64(at, little))},
  b1: {size: 1, read: (view, at) => view.getUint8(at)}
};

/** The value of the bits of an IEEE half. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Infinity;
  return exponent === 0
    ? sign * fraction * 2 ** -24
    : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const word = new DataView(new ArrayBuffer(4));

/** The value of the upper half of a float32. */
function brain(bits: number): number {
  word.setUint32(0, bits << 16);
  return word.getFloat32(0);
}
