import type {BitGenerator} from "./bitGenerator.js";

const MASK64 = (1n << 64n) - 1n;

/** An integer in [0, most] by Lemire's multiplication, as `Generator.integers` and `choice` draw it. */
export function boundedInteger(source: BitGenerator, most: number): number {
  if (most === 0) return 0;
  if (most < 0xffffffff) return lemire32(source, most);
  return most === 0xffffffff ? source.next32() : lemire64(source, BigInt(most));
}

/** An integer in [0, most] by masked rejection, as `Generator.permutation` draws it. */
export function maskedInteger(source: BitGenerator, most: number): number {
  if (most === 0) return 0;
  const mask = most <= 0xffffffff ? 0xffffffff >>> Math.clz32(most) : undefined;
  if (mask !== undefined)
    for (;;) {
      const value = (source.next32() & mask) >>> 0;
      if (value <= most) return value;
    }
  const wide = (1n << BigInt(BigInt(most).toString(2).length)) - 1n;
  for (;;) {
    const value = source.next64() & wide;
    if (value <= BigInt(most)) return Number(value);
  }
}

function lemire32(source: BitGenerator, most: number): number {
  const count = most + 1;
  const threshold = (0x100000000 - count) % count;
  for (;;) {
    const product = BigInt(source.next32()) * BigInt(count);
    if (Number(product & 0xffffffffn) >= threshold) return Number(product >> 32n);
  }
}

function lemire64(source: BitGenerator, most: bigint): number {
  const count = most + 1n;
  const threshold = ((1n << 64n) - count) % count;
  for (;;) {
    const product = source.next64() * count;
    if ((product & MASK64) >= threshold) return Number(product >> 64n);
  }
}
