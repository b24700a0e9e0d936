import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import type {DrawnData} from "../cases/dataSets.js";
import {population, type Rows} from "../cases/problems.js";
import type {Context} from "../ledger/claim.js";

const draws = 40_000;
const {points, probabilities} = population;
const mean = [0, 1].map(j => points.reduce((s, point, k) => s + probabilities[k] * point[j], 0));

/** Products of the coordinates of a noise that `run` makes from drawn data sets and batches of them. */
const products =
  (id: string, run: (dataset: () => Rows, batch: (data: Rows) => number[]) => readonly number[]) =>
  ({name, n, b}: DrawnData, {seed}: Context) => {
    const source = uniforms({seed, experiment: `claim ${id}`, cell: name, replicate: 0});
    const point = () => {
      const u = source.next();
      return points[u < probabilities[0] ? 0 : u < probabilities[0] + probabilities[1] ? 1 : 2];
    };
    const dataset = () => Array.from({length: n}, point);
    const batch = (data: Rows) => {
      const deck = [...data];
      const sum = [0, 0];
      for (let k = 0; k < b; k++) {
        const pick = k + Math.floor(source.next() * (n - k));
        [deck[k], deck[pick]] = [deck[pick], deck[k]];
        sum[0] += deck[k][0] / b;
        sum[1] += deck[k][1] / b;
      }
      return sum;
    };
    const values = Array.from({length: 4}, () => new Float64Array(draws));
    for (let k = 0; k < draws; k++) {
      const noise = run(dataset, batch);
      for (let e = 0; e < 4; e++) values[e][k] = noise[e >> 1] * noise[e & 1];
    }
    return values.map(sampled);
  };

const centred = (g: readonly number[], times = 1) => g.map((x, j) => x - times * mean[j]);

/** A new data set for each batch; noise from the population's mean. */
export const freshBatches = products("FG-Eq3", (dataset, batch) => centred(batch(dataset())));

/** A new data set for each batch; noise from that data set's mean. */
export const batchesWithin = products("FG-Eq3 data", (dataset, batch) => {
  const data = dataset();
  const own = [0, 1].map(j => data.reduce((s, x) => s + x[j] / data.length, 0));
  return batch(data).map((x, j) => x - own[j]);
});

/** Two batches, each of a data set of its own. */
export const twoFresh = products("FG-Eq24", (dataset, batch) => {
  const [first, second] = [batch(dataset()), batch(dataset())];
  return centred([first[0] + second[0], first[1] + second[1]], 2);
});

/** Two batches of one data set. */
export const twoOfOne = products("FG-Eq24 data", (dataset, batch) => {
  const data = dataset();
  const [first, second] = [batch(data), batch(data)];
  return centred([first[0] + second[0], first[1] + second[1]], 2);
});
