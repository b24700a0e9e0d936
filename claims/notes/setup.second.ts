import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import {type Epoch, hundred} from "../cases/setup.js";
import type {Context} from "../ledger/claim.js";

/** Squares of partial sums of single-sample noise, with samples put back or dealt from a deck. */
export function partialSums({repeats}: Epoch, {seed}: Context) {
  const {values, sums} = hundred;
  const n = values.length;
  const mean = values.reduce((s, x) => s + x, 0) / n;
  const source = uniforms({
    seed,
    experiment: "claim NT-5-3",
    cell: repeats ? "draw" : "deal",
    replicate: 0
  });
  const runs = 40_000;
  const squares = sums.map(() => new Float64Array(runs));
  const deck = values.map(x => x - mean);
  for (let r = 0; r < runs; r++) {
    let sum = 0;
    for (let k = 0; k < sums[sums.length - 1]; k++) {
      const from = repeats ? 0 : k;
      const pick = from + Math.floor(source.next() * (n - from));
      sum += deck[pick];
      if (!repeats) [deck[k], deck[pick]] = [deck[pick], deck[k]];
      const at = sums.findIndex(length => length === k + 1);
      if (at >= 0) squares[at][r] = sum * sum;
    }
  }
  return squares.map(sampled);
}
