import type {Family} from "../../ledger/search/family.js";
import type {LawBatch, RowBatch} from "../batches.js";
import type {Kept} from "../setup.js";

/** n rows of d gradients that are never all the same, and skewed. */
const rowsOf = (n: number, d: number, next: () => number): number[][] =>
  Array.from({length: n}, (_, i) =>
    Array.from({length: d}, (__, j) => ((i * (j + 2)) % 3) + (2 * next()) ** 2)
  );

const upTo = (most: number, at: number): number => 1 + Math.min(most - 1, Math.floor(most * at));

/** The most rows of a data set; all are asked for, so that each case takes as many coordinates. */
const most = 5;

const batchFamily = (largest: (samples: number) => number, words: string): Family<RowBatch> => ({
  ranges: `d = 1 … 6, n = 2 … ${most} skewed gradients, ${words}`,
  dimensions: [1, 6],
  build: (d, next) => {
    const samples = 1 + upTo(most - 1, next());
    const batchSize = upTo(largest(samples), next());
    const rows = rowsOf(most, d, next).slice(0, samples);
    const first = rows.map(([x]) => x.toPrecision(3)).join(" ");
    return {
      name: `d = ${d}, n = ${samples}, B = ${batchSize}, ${first} …, drawn`,
      samples,
      batchSize,
      rows
    };
  }
});

/** Batches drawn with replacement. */
export const orderedFamily = batchFamily(() => 3, "B = 1 … 3");

/** Subsets that leave something over. */
export const subsetFamily = batchFamily(n => Math.min(3, n - 1), "B = 1 … 3, less than n");

/** Three points of a law, and their chances. */
function lawOf(d: number, next: () => number): LawBatch["law"] {
  const weights = Array.from({length: 3}, () => 0.2 + next());
  const sum = weights.reduce((a, b) => a + b);
  return {points: rowsOf(3, d, next), probabilities: weights.map(w => w / sum)};
}

const shownLaw = ({probabilities}: LawBatch["law"]) =>
  `P = ${probabilities.map(p => p.toFixed(3)).join(" ")}`;

/** Batches of data sets from a law on three points. */
export const lawFamily: Family<LawBatch> = {
  ranges: "d = 1 … 4, laws on three points with any chances from 0.08 up, n = 2 … 4, B = 1 … 2",
  dimensions: [1, 4],
  build: (d, next) => {
    const [samples, batchSize] = [1 + upTo(3, next()), upTo(2, next())];
    const law = lawOf(d, next);
    const name = `d = ${d}, n = ${samples}, B = ${batchSize}, ${shownLaw(law)}, drawn`;
    return {name, samples, batchSize, law};
  }
};

/** Data sets that are kept for some steps. */
export const keptFamily: Family<Kept> = {
  ranges: "d = 1 … 4, laws on three points, n = 2 … 3, B = 1 … 2, T = 1 … 2",
  dimensions: [1, 4],
  build: (d, next) => {
    const [samples, batchSize, steps] = [1 + upTo(2, next()), upTo(2, next()), upTo(2, next())];
    const law = lawOf(d, next);
    const name = `d = ${d}, n = ${samples}, B = ${batchSize}, T = ${steps}, ${shownLaw(law)}, drawn`;
    return {name, samples, batchSize, steps, law};
  }
};
