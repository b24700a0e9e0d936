const INIT_A = 0x43b0d7e5;
const MULTIPLY_A = 0x931e8875;
const INIT_B = 0x8b51f9dd;
const MULTIPLY_B = 0x58f38ded;
const MIX_LEFT = 0xca01f9dd;
const MIX_RIGHT = 0x4973f715;
const POOL = 4;

/**
 * NumPy's `SeedSequence`: any non-negative integer, spread over a pool of four 32-bit words by
 * multiplicative hashing (O'Neill's `seed_seq_fe`).
 *
 * `entropy`: one non-negative integer of any size, or several; `spawnKey`: the path of a child.
 *
 * @throws RangeError where an entry is negative or not an integer
 * @example new SeedSequence(7).generate_state(1) // Uint32Array [2083679832]
 */
export class SeedSequence {
  readonly #pool = new Uint32Array(POOL);

  constructor(
    readonly entropy: number | bigint | readonly (number | bigint)[],
    readonly spawnKey: readonly number[] = []
  ) {
    const own = Array.isArray(entropy) ? entropy.flatMap(words) : words(entropy as number | bigint);
    if (spawnKey.length > 0) while (own.length < POOL) own.push(0);
    this.#mix([...own, ...spawnKey.flatMap(words)]);
  }

  /** `count` words of 32 bits, as NumPy's `generate_state(count)`. */
  generate_state(count: number): Uint32Array {
    const state = new Uint32Array(count);
    let constant = INIT_B;
    for (let i = 0; i < count; i++) {
      let word = this.#pool[i % POOL]! ^ constant;
      constant = Math.imul(constant, MULTIPLY_B);
      word = Math.imul(word, constant);
      state[i] = word ^ (word >>> 16);
    }
    return state;
  }

  /** `count` words of 64 bits, as NumPy's `generate_state(count, np.uint64)`. */
  generate_state64(count: number): bigint[] {
    const halves = this.generate_state(2 * count);
    return Array.from(
      {length: count},
      (_, i) => (BigInt(halves[2 * i + 1]!) << 32n) | BigInt(halves[2 * i]!)
    );
  }

  #mix(entropy: number[]): void {
    const pool = this.#pool;
    let constant = INIT_A;
    const hash = (value: number) => {
      const mixed = value ^ constant;
      constant = Math.imul(constant, MULTIPLY_A);
      const product = Math.imul(mixed, constant);
      return product ^ (product >>> 16);
    };
    const stir = (x: number, y: number) => {
      const mixed = (Math.imul(MIX_LEFT, x) - Math.imul(MIX_RIGHT, y)) | 0;
      return mixed ^ (mixed >>> 16);
    };
    for (let i = 0; i < POOL; i++) pool[i] = hash(entropy[i] ?? 0);
    for (let from = 0; from < POOL; from++)
      for (let to = 0; to < POOL; to++)
        if (from !== to) pool[to] = stir(pool[to]!, hash(pool[from]!));
    for (const word of entropy.slice(POOL))
      for (let to = 0; to < POOL; to++) pool[to] = stir(pool[to]!, hash(word));
  }
}

/** A non-negative integer as 32-bit words, least significant first. */
function words(value: number | bigint): number[] {
  if (typeof value === "number" && !Number.isSafeInteger(value))
    throw new RangeError(`entropy must be a non-negative integer, a bigint if large; got ${value}`);
  let rest = BigInt(value);
  if (rest < 0n) throw new RangeError(`entropy must be a non-negative integer; got ${value}`);
  const result = [Number(rest & 0xffffffffn)];
  while ((rest >>= 32n) > 0n) result.push(Number(rest & 0xffffffffn));
  return result;
}
