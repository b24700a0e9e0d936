import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import type {Rows} from "../cases/matrices.js";
import {estimator, gradients, type Kick, kicks} from "../cases/problems.js";
import type {Drawing} from "../cases/setup.js";
import type {Context} from "../ledger/claim.js";

const {steps, batchSize} = kicks;
const draws = 200_000;

const source = (cell: string, {seed}: Context) =>
  uniforms({seed, experiment: "claims of the notes, section 2", cell, replicate: 0});

/** Products of the coordinates of x − centre, entry by entry, over repeated draws of x. */
function products(d: number, draw: () => readonly number[]) {
  const columns = Array.from({length: d * d}, () => new Float64Array(draws));
  for (let k = 0; k < draws; k++) {
    const x = draw();
    for (let i = 0; i < d; i++) for (let j = 0; j < d; j++) columns[i * d + j][k] = x[i] * x[j];
  }
  return columns.map(sampled);
}

function batchMean(rows: Rows, picks: readonly number[]): number[] {
  return rows[0].map((_, j) => picks.reduce((sum, i) => sum + rows[i][j], 0) / picks.length);
}

/** Σ size·(g_n − g_B) over N batches drawn with replacement. */
export function walks({size}: Kick, context: Context) {
  const next = source(`size ${size}`, context);
  const n = gradients.length;
  const full = batchMean(
    gradients,
    gradients.map((_, i) => i)
  );
  return products(full.length, () => {
    const sum = full.map(() => 0);
    for (let k = 0; k < steps; k++) {
      const picks = Array.from({length: batchSize}, () => Math.floor(next.next() * n));
      const g = batchMean(gradients, picks);
      for (let j = 0; j < sum.length; j++) sum[j] += size * (full[j] - g[j]);
    }
    return sum;
  });
}

/** √(B/2)(g₁ − g₂), whose products are the estimator's for m = 2. */
export function pairsOfBatches({replacement}: Drawing, context: Context) {
  const {rows, batchSize: B} = estimator;
  const next = source(replacement ? "with" : "without", context);
  const draw = () => {
    const first = Math.floor(next.next() * rows.length);
    const second = Math.floor(next.next() * (rows.length - (replacement ? 0 : 1)));
    return [first, replacement || second < first ? second : second + 1];
  };
  return products(rows[0].length, () => {
    const [a, b] = [batchMean(rows, draw()), batchMean(rows, draw())];
    return a.map((x, j) => Math.sqrt(B / 2) * (x - b[j]));
  });
}
