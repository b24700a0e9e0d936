import {expect, it} from "vitest";
import {rotatedNoiseExperiment} from "../../../lib/experiments/stationary/rotatedNoiseExperiment.js";
import {expectNear, numbersOf} from "../fourErrors.js";
import {head, runInProcess} from "../runInProcess.js";

it("has the covariance that solves the recursion entry by entry", async () => {
  const rows = await runInProcess(
    rotatedNoiseExperiment({
      ...head,
      replicates: 400,
      settings: {
        curvatures: [1, 0.3],
        noiseVariances: [1.6, 0.4],
        angles: [45, -45],
        learningRates: [0.6, 1.4],
        batchSize: 4,
        steps: 160,
        burnIn: 60
      }
    })
  );
  expect(Object.keys(rows[0])).toEqual([
    "angle",
    "learningRate",
    "row",
    "column",
    "measured",
    "standardError"
  ]);
  expect(rows.map(({row, column}) => `${row}${column}`)).toEqual(
    Array.from({length: 4}, () => ["11", "12", "22"]).flat()
  );
  expect(rows.map(row => row["angle"])).toEqual([45, -45].flatMap(x => Array(6).fill(x)));
  for (const row of rows.map(numbersOf)) {
    const [h, g] = [row["row"], row["column"]].map(i => (i === 1 ? 1 : 0.3));
    const eta = row["learningRate"];
    // At ±45° both variances are the mean, 1, and the covariance is ±0.6.
    const c = row["row"] === row["column"] ? 1 : 0.6 * Math.sign(row["angle"]);
    const exact = (eta * c) / 4 / (h + g - eta * h * g);
    expectNear(row["measured"], exact, row["standardError"]);
    expect(row["standardError"] / Math.abs(exact)).toBeLessThan(0.05);
  }
});
