import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import {population} from "../cases/problems.js";
import {halves} from "../cases/setup.js";
import type {Context, Samples} from "../ledger/claim.js";

const draws = 40_000;
const {points, probabilities} = population;
const mean = [0, 1].map(j => points.reduce((s, point, k) => s + probabilities[k] * point[j], 0));

/** Products of the coordinates of a noise that `run` makes from a source of indices. */
function products(
  id: string,
  {seed}: Context,
  run: (
    n: number,
    b: number,
    dataset: () => (readonly number[])[],
    batch: (data: readonly (readonly number[])[]) => number[]
  ) => readonly number[]
): Samples {
  return Object.fromEntries(
    halves.map(({samples: n, batchSize: b}) => {
      const name = `n = ${n}, b = ${b}`;
      const source = uniforms({seed, experiment: `claim ${id}`, cell: name, replicate: 0});
      const point = () => {
        const u = source.next();
        return points[u < probabilities[0] ? 0 : u < probabilities[0] + probabilities[1] ? 1 : 2];
      };
      const dataset = () => Array.from({length: n}, point);
      const batch = (data: readonly (readonly number[])[]) => {
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
        const noise = run(n, b, dataset, batch);
        for (let e = 0; e < 4; e++) values[e][k] = noise[e >> 1] * noise[e & 1];
      }
      return [name, values.map(sampled)];
    })
  );
}

const centred = (g: readonly number[], times = 1) => g.map((x, j) => x - times * mean[j]);

/** A new data set for each batch; noise from the population's mean. */
export const freshBatches = (context: Context): Samples =>
  products("FG-Eq3", context, (_n, _b, dataset, batch) => centred(batch(dataset())));

/** A new data set for each batch; noise from that data set's mean. */
export const batchesWithin = (context: Context): Samples =>
  products("FG-Eq3 data", context, (n, _b, dataset, batch) => {
    const data = dataset();
    const own = [0, 1].map(j => data.reduce((s, x) => s + x[j] / n, 0));
    return batch(data).map((x, j) => x - own[j]);
  });

/** Two batches, each of a data set of its own. */
export const twoFresh = (context: Context): Samples =>
  products("FG-Eq24", context, (_n, _b, dataset, batch) => {
    const [first, second] = [batch(dataset()), batch(dataset())];
    return centred([first[0] + second[0], first[1] + second[1]], 2);
  });

/** Two batches of one data set. */
export const twoOfOne = (context: Context): Samples =>
  products("FG-Eq24 data", context, (_n, _b, dataset, batch) => {
    const data = dataset();
    const [first, second] = [batch(data), batch(data)];
    return centred([first[0] + second[0], first[1] + second[1]], 2);
  });
