import {uniforms} from "../../lib/random/uniforms.js";
import type {Batch} from "../cases/batches.js";
import {gradients} from "../cases/problems.js";
import type {Context, Sampled} from "../ledger/claim.js";
import {sampled} from "./sampled.js";

/**
 * Products of every two coordinates of g_B − gₙ over 200 000 batches of the `gradients`, drawn with
 * replacement in the stream of an experiment.
 */
export const drawnBatches =
  (experiment: string) =>
  ({batchSize: b}: Batch, {seed}: Context): Sampled[] => {
    const n = gradients.length;
    const d = gradients[0].length;
    const full = gradients[0].map((_, j) => gradients.reduce((s, row) => s + row[j], 0) / n);
    const source = uniforms({seed, experiment, cell: `B=${b}`, replicate: 0});
    const products = Array.from({length: d * d}, () => new Float64Array(200_000));
    for (let k = 0; k < products[0].length; k++) {
      const noise = full.map(x => -x);
      for (let draw = 0; draw < b; draw++) {
        const row = gradients[Math.floor(source.next() * n)];
        for (let j = 0; j < d; j++) noise[j] += row[j] / b;
      }
      for (let e = 0; e < d * d; e++) products[e][k] = noise[Math.floor(e / d)] * noise[e % d];
    }
    return products.map(sampled);
  };
