import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import {estimator, gradients, kicks, type Rows} from "../cases/problems.js";
import type {Context, Samples} from "../ledger/claim.js";

const {steps, learningRate, batchSize} = kicks;
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
function walks(context: Context, size: number): Samples {
  const next = source(`size ${size}`, context);
  const n = gradients.length;
  const full = batchMean(
    gradients,
    gradients.map((_, i) => i)
  );
  const columns = products(full.length, () => {
    const sum = full.map(() => 0);
    for (let k = 0; k < steps; k++) {
      const picks = Array.from({length: batchSize}, () => Math.floor(next.next() * n));
      const g = batchMean(gradients, picks);
      for (let j = 0; j < sum.length; j++) sum[j] += size * (full[j] - g[j]);
    }
    return sum;
  });
  return {"N = 6, B = 4": columns};
}

export const rateScaled = (context: Context) => walks(context, learningRate);
export const rootScaled = (context: Context) => walks(context, Math.sqrt(learningRate));

/** √(B/2)(g₁ − g₂), whose products are the estimator's for m = 2. */
function pairsOfBatches(context: Context, replacement: boolean): Samples {
  const {rows, batchSize: B} = estimator;
  const next = source(replacement ? "with" : "without", context);
  const draw = () => {
    const first = Math.floor(next.next() * rows.length);
    const second = Math.floor(next.next() * (rows.length - (replacement ? 0 : 1)));
    return [first, replacement || second < first ? second : second + 1];
  };
  const columns = products(rows[0].length, () => {
    const [a, b] = [batchMean(rows, draw()), batchMean(rows, draw())];
    return a.map((x, j) => Math.sqrt(B / 2) * (x - b[j]));
  });
  return {"n = 4, B = 2, m = 2": columns};
}

export const estimatorWith = (context: Context) => pairsOfBatches(context, true);
export const estimatorWithout = (context: Context) => pairsOfBatches(context, false);
