import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import {gradients} from "../cases/problems.js";
import type {Context, Samples} from "../ledger/claim.js";

/** Products of two centred coordinates of batch means, drawn with replacement. */
export function drawnBatches({seed}: Context): Samples {
  const n = gradients.length;
  const d = gradients[0].length;
  const full = gradients[0].map((_, j) => gradients.reduce((s, row) => s + row[j], 0) / n);
  const batches = 200_000;
  return Object.fromEntries(
    [2, 3, 4].map(b => {
      const source = uniforms({seed, experiment: "claim NT-Eq17", cell: `B=${b}`, replicate: 0});
      const products = Array.from({length: d * d}, () => new Float64Array(batches));
      for (let k = 0; k < batches; k++) {
        const noise = [...full];
        for (let draw = 0; draw < b; draw++) {
          const row = gradients[Math.floor(source.next() * n)];
          for (let j = 0; j < d; j++) noise[j] -= row[j] / b;
        }
        for (let e = 0; e < d * d; e++) products[e][k] = noise[Math.floor(e / d)] * noise[e % d];
      }
      return [`n = 7, B = ${b}`, products.map(sampled)];
    })
  );
}
