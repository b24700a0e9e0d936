import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import {flatPair, type Rows} from "../cases/problems.js";
import {hessianBounds, outsideRange} from "../cases/setup.js";
import type {Context, Samples} from "../ledger/claim.js";

const draws = 400_000;

/** How often the largest eigenvalue of ¼xxᵀ exceeds M for x normal in the plane. */
export const gaussianInputs = ({seed}: Context): Samples => {
  const z = normals(uniforms({seed, experiment: "claim FG-Ass3.8", cell: "", replicate: 0}));
  const exceed = hessianBounds.map(() => new Float64Array(draws));
  for (let k = 0; k < draws; k++) {
    const [x, y] = [z.next(), z.next()];
    const [a, b, c] = [(x * x) / 4, (x * y) / 4, (y * y) / 4];
    const largest = (a + c) / 2 + Math.sqrt(((a - c) / 2) ** 2 + b * b);
    for (const [i, m] of hessianBounds.entries()) exceed[i][k] = largest > m ? 1 : 0;
  }
  return {"M = ¼, ½, 1": exceed.map(sampled)};
};

/** Products of centred coordinates of batch means: two draws from a law on three points. */
function batches(points: Rows, cell: string, {seed}: Context): Samples {
  const {probabilities} = outsideRange;
  const source = uniforms({seed, experiment: "claim FG-Rem3.7", cell, replicate: 0});
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
  return {"n = 3, b = 2": products.map(sampled)};
}

export const drawnInside = (context: Context): Samples =>
  batches(
    outsideRange.coordinates.map(u => flatPair.factor.map(row => row[0] * u[0] + row[1] * u[1])),
    "inside",
    context
  );

export const drawnAnywhere = (context: Context): Samples =>
  batches(outsideRange.anywhere, "anywhere", context);
