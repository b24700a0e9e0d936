// Formats by their first bytes, without what reads them.

/** The first bytes of an npy file: \x93NUMPY. */
export const isNpy = (bytes: Uint8Array): boolean =>
  [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59].every((byte, i) => bytes[i] === byte);

/** Eight bytes of length, and a JSON object. */
export function isSafetensors(bytes: Uint8Array): boolean {
  if (bytes.length < 10 || bytes[8] !== 0x7b) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, 8);
  return view.getUint32(4, true) < 2 ** 21;
}

/** The first bytes of an Arrow file, and of a stream. */
export const isArrowFile = (bytes: Uint8Array): boolean =>
  [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31].every((byte, i) => bytes[i] === byte);
export const isArrowStream = (bytes: Uint8Array): boolean =>
  bytes.length > 8 && bytes.subarray(0, 4).every(byte => byte === 0xff);

/** The first bytes of a Parquet file: PAR1. */
export const isParquet = (bytes: Uint8Array): boolean =>
  [0x50, 0x41, 0x52, 0x31].every((byte, i) => bytes[i] === byte);
