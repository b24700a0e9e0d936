import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import type {Dealt} from "../cases/setup.js";
import type {Context} from "../ledger/claim.js";

/** Squares of partial sums of batch noise, with batches dealt from a deck, shuffled anew for each or not. */
export function partialSums({name: cell, values, batchSize, anew, sums}: Dealt, {seed}: Context) {
  const n = values.length;
  const mean = values.reduce((s, x) => s + x, 0) / n;
  const source = uniforms({seed, experiment: "claim NT-5-3", cell, replicate: 0});
  const runs = 40_000;
  const squares = sums.map(() => new Float64Array(runs));
  const deck = values.map(x => mean - x);
  for (let r = 0; r < runs; r++) {
    let sum = 0;
    for (let k = 0; k < sums[sums.length - 1]; k++) {
      for (let i = 0; i < batchSize; i++) {
        const at = anew ? i : k * batchSize + i;
        const pick = at + Math.floor(source.next() * (n - at));
        [deck[at], deck[pick]] = [deck[pick], deck[at]];
        sum += deck[at] / batchSize;
      }
      const read = sums.indexOf(k + 1);
      if (read >= 0) squares[read][r] = sum * sum;
    }
  }
  return squares.map(sampled);
}
