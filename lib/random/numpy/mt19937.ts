import type {BitGenerator} from "./bitGenerator.js";

const LENGTH = 624;
const SHIFT = 397;

/**
 * The Mersenne Twister MT19937 (Matsumoto and Nishimura 1998), seeded as NumPy's `RandomState`: from
 * one integer below 2³², or from a list of them (`init_by_array`).
 *
 * @throws RangeError where a seed is not an integer in [0, 2³²), or the list is empty
 * @example new MT19937(5489).next32() // 3499211612
 */
export class MT19937 implements BitGenerator {
  readonly #key = new Uint32Array(LENGTH);
  #position = LENGTH;

  constructor(seed: number | readonly number[]) {
    const seeds = typeof seed === "number" ? [seed] : seed;
    if (seeds.length === 0 || seeds.some(s => !Number.isInteger(s) || s < 0 || s >= 2 ** 32))
      throw new RangeError(`seed must be integers in [0, 2³²); got ${JSON.stringify(seed)}`);
    if (typeof seed === "number") this.#seedInteger(seed);
    else this.#seedArray(seed);
  }

  next32(): number {
    if (this.#position === LENGTH) this.#twist();
    let y = this.#key[this.#position++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  next64(): bigint {
    const high = this.next32();
    return (BigInt(high) << 32n) | BigInt(this.next32());
  }

  nextDouble(): number {
    const high = this.next32() >>> 5;
    return (high * 67108864 + (this.next32() >>> 6)) * 2 ** -53;
  }

  #twist(): void {
    const key = this.#key;
    for (let i = 0; i < LENGTH; i++) {
      const y = (key[i]! & 0x80000000) | (key[(i + 1) % LENGTH]! & 0x7fffffff);
      key[i] = key[(i + SHIFT) % LENGTH]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.#position = 0;
  }

  #seedInteger(seed: number): void {
    const key = this.#key;
    key[0] = seed;
    for (let i = 1; i < LENGTH; i++) key[i] = Math.imul(1812433253, mixed(key, i)) + i;
  }

  #seedArray(seeds: readonly number[]): void {
    this.#seedInteger(19650218);
    const key = this.#key;
    let i = 1;
    const next = () => {
      if (++i < LENGTH) return;
      key[0] = key[LENGTH - 1]!;
      i = 1;
    };
    for (let k = 0; k < Math.max(LENGTH, seeds.length); k++) {
      const j = k % seeds.length;
      key[i] = (key[i]! ^ Math.imul(mixed(key, i), 1664525)) + seeds[j]! + j;
      next();
    }
    for (let k = 1; k < LENGTH; k++) {
      key[i] = (key[i]! ^ Math.imul(mixed(key, i), 1566083941)) - i;
      next();
    }
    key[0] = 0x80000000;
  }
}

function mixed(key: Uint32Array, i: number): number {
  const before = key[i - 1]!;
  return before ^ (before >>> 30);
}
