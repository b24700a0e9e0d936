import {murmur3} from "./murmur3.js";

/** What names one random stream: every field takes part, nothing else does. */
export interface StreamAddress {
  /** The sweep's seed, any safe integer. */
  seed: number;
  /** The experiment's name. */
  experiment: string;
  /** The cell's name within the experiment. */
  cell: string;
  /** The replicate's index among all replicates of the cell, not among those of a block. */
  replicate: number;
}

/**
 * The initial state of the xoshiro128++ stream that belongs to an address.
 *
 *     state = MurmurHash3_x86_128(UTF-8 of JSON.stringify([seed, experiment, cell, replicate]), 0)
 *
 * Four 32-bit words, so that the streams start at points of a cycle of 2¹²⁸ − 1 that are random to
 * all appearances: n streams of length L overlap with probability about n²L/2¹²⁸, under 1e-18 for
 * 10⁵ streams of 10¹⁰ words. The state depends on the address alone, so neither block size nor the
 * number or order of workers can change a draw. The all-zero state, the one that the generator
 * cannot leave, is replaced by (1, 0, 0, 0).
 *
 * @throws RangeError if seed or replicate is no safe integer.
 * @example streamState({seed: 1, experiment: "batch-scaling", cell: "b=32", replicate: 0})
 */
export function streamState({seed, experiment, cell, replicate}: StreamAddress): Uint32Array {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a safe integer; got ${seed}`);
  if (!Number.isSafeInteger(replicate) || replicate < 0)
    throw new RangeError(`replicate must be an integer ≥ 0; got ${replicate}`);
  const address = JSON.stringify([seed, experiment, cell, replicate]);
  const state = murmur3(new TextEncoder().encode(address), 0);
  if ((state[0] | state[1] | state[2] | state[3]) === 0) state[0] = 1;
  return state;
}
