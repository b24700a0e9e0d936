/** The remainders of single bytes by the polynomial 0xEDB88320. */
const remainders = Uint32Array.from({length: 256}, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  return rest;
});

/** The checksum of zip archives, gzip and Parquet's pages: CRC-32 of the polynomial 0xEDB88320. */
export function crc32(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) sum = (sum >>> 8) ^ remainders[(sum ^ byte) & 0xff];
  return ~sum >>> 0;
}
