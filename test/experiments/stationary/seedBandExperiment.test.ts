import {expect, it} from "vitest";
import {seedBandExperiment} from "../../../lib/experiments/stationary/seedBandExperiment.js";
import {normals} from "../../../lib/random/normals.js";
import {uniforms} from "../../../lib/random/uniforms.js";
import {expectNear, numbersOf} from "../fourErrors.js";
import {head, runInProcess} from "../runInProcess.js";

const replicates = 8000;
const seeds = 4;
/** Steps that a run averages over. */
const averaged = 5;

// ηΔt h = 1: every step forgets the last one, and a run averages independent products of covariance F.
const experiment = seedBandExperiment({
  ...head,
  replicates,
  settings: {
    curvatures: [1, 1],
    noiseVariances: [1.8, 0.2],
    learningRate: 0.5,
    timeStep: 2,
    angles: [0, 45],
    batchSize: 2,
    steps: 1 + averaged,
    burnIn: 1,
    seeds
  }
});

/** F₁₂ at the two angles, beside F₁₁ F₂₂ there; the surrogate is the identity. */
const laws = [
  {across: 0, product: 1.8 * 0.2},
  {across: 0.8, product: 1}
];

it("tells how far single runs spread, under either noise", async () => {
  const rows = await runInProcess(experiment);
  expect(Object.keys(rows[0])).toEqual([
    "angle",
    "mean",
    "standardError",
    "spread",
    "centred",
    "centredError",
    "surrogate",
    "surrogateError",
    "surrogateSpread",
    "apart",
    "figures"
  ]);
  expect(rows.map(row => row["angle"])).toEqual([0, 45]);
  for (const [k, row] of rows.map(numbersOf).entries()) {
    const {across, product} = laws[k];
    const spread = Math.sqrt((product + across ** 2) / averaged);
    expectNear(row["mean"], across, spread / Math.sqrt(replicates));
    // A covariance of five numbers, divided by five instead of four.
    const centredError = (spread * Math.sqrt((averaged - 1) / averaged)) / Math.sqrt(replicates);
    expectNear(row["centred"], across * (1 - 1 / averaged), centredError);
    expectNear(row["centredError"] / centredError, 1, 0.02);
    expectNear(row["surrogate"], 0, Math.sqrt(1 / averaged / replicates));
    // A product of two normal numbers has a kurtosis of 9, the mean of five one of 4.2.
    const error = Math.sqrt(3.2 / replicates) / 2;
    expectNear(row["spread"] / spread, 1, error);
    expectNear(row["surrogateSpread"] * Math.sqrt(averaged), 1, error);
    expect(row["standardError"]).toBeCloseTo(row["spread"] / Math.sqrt(replicates), 12);
    expect(row["surrogateError"]).toBeCloseTo(row["surrogateSpread"] / Math.sqrt(replicates), 12);
    expect(row["figures"]).toBe(replicates / seeds);
  }
});

it("tells how often the bands of a figure do not touch", async () => {
  const rows = await runInProcess(experiment);
  const source = normals(uniforms({seed: 1, experiment: "figures", cell: "", replicate: 0}));
  const tried = 4000;
  for (const [k, degrees] of [0, 45].entries()) {
    const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    const band = (long: number, short: number) => {
      const runs = Array.from({length: seeds}, () => {
        let sum = 0;
        for (let step = 0; step < averaged; step++) {
          const [u, v] = [Math.sqrt(long) * source.next(), Math.sqrt(short) * source.next()];
          sum += (c * u - s * v) * (s * u + c * v);
        }
        return sum / averaged;
      });
      const mean = runs.reduce((sum, x) => sum + x, 0) / seeds;
      const squares = runs.reduce((sum, x) => sum + (x - mean) ** 2, 0);
      return {mean, deviation: Math.sqrt(squares / (seeds - 1))};
    };
    let count = 0;
    for (let figure = 0; figure < tried; figure++) {
      const [turned, round] = [band(1.8, 0.2), band(1, 1)];
      if (Math.abs(turned.mean - round.mean) > turned.deviation + round.deviation) count++;
    }
    const share = count / tried;
    const error = Math.sqrt(share * (1 - share) * (seeds / replicates + 1 / tried));
    expectNear(numbersOf(rows[k])["apart"], share, error);
  }
});
