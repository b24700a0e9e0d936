import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import {type FlatNoise, hessianBounds} from "../cases/setup.js";
import type {Context, Named} from "../ledger/claim.js";

const draws = 400_000;

/** How often the largest eigenvalue of ¼xxᵀ exceeds M for x normal in the plane. */
export function gaussianInputs(_: Named, {seed}: Context) {
  const z = normals(uniforms({seed, experiment: "claim FG-Ass3.8", cell: "", replicate: 0}));
  const exceed = hessianBounds.map(() => new Float64Array(draws));
  for (let k = 0; k < draws; k++) {
    const [x, y] = [z.next(), z.next()];
    const [a, b, c] = [(x * x) / 4, (x * y) / 4, (y * y) / 4];
    const largest = (a + c) / 2 + Math.sqrt(((a - c) / 2) ** 2 + b * b);
    for (const [i, m] of hessianBounds.entries()) exceed[i][k] = largest > m ? 1 : 0;
  }
  return exceed.map(sampled);
}

/** Products of centred coordinates of batch means: two draws from a law on three points. */
export function drawnBatches({name, law: {points, probabilities}}: FlatNoise, {seed}: Context) {
  const source = uniforms({seed, experiment: "claim FG-Rem3.7", cell: name, replicate: 0});
  const mean = [0, 1, 2].map(j => points.reduce((s, p, k) => s + probabilities[k] * p[j], 0));
  const draw = () => {
    const u = source.next();
    return points[u < probabilities[0] ? 0 : u < probabilities[0] + probabilities[1] ? 1 : 2];
  };
  const products = Array.from({length: 9}, () => new Float64Array(draws));
  for (let k = 0; k < draws; k++) {
    const [first, second] = [draw(), draw()];
    const g = mean.map((m, j) => (first[j] + second[j]) / 2 - m);
    for (let e = 0; e < 9; e++) products[e][k] = g[Math.floor(e / 3)] * g[e % 3];
  }
  return products.map(sampled);
}
