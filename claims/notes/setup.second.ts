import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import {type BatchSum, type Dealt, skewedValues} from "../cases/setup.js";
import type {Context} from "../ledger/claim.js";

/** Skewness and excess kurtosis of sums of three values, by how often each of them is drawn. */
export function momentsByCounts({batchSize, steps}: BatchSum) {
  const n = batchSize * steps;
  const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));
  const [a, b, c] = skewedValues;
  const outcomes: {readonly sum: number; readonly chance: number}[] = [];
  for (let i = 0; i <= n; i++)
    for (let j = 0; i + j <= n; j++) {
      const k = n - i - j;
      const ways = factorial(n) / (factorial(i) * factorial(j) * factorial(k));
      outcomes.push({sum: i * a + j * b + k * c, chance: ways / 3 ** n});
    }
  const mean = outcomes.reduce((all, {sum, chance}) => all + chance * sum, 0);
  const moment = (power: number) =>
    outcomes.reduce((all, {sum, chance}) => all + chance * (sum - mean) ** power, 0);
  return [moment(3) / moment(2) ** 1.5, moment(4) / moment(2) ** 2 - 3];
}

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
