import {expect, it} from "vitest";
import {stationaryVarianceExperiment} from "../../../lib/experiments/stationary/stationaryVarianceExperiment.js";
import {averageVariance, expectNear, numbersOf} from "../fourErrors.js";
import {head, runInProcess} from "../runInProcess.js";

it("has the stationary variance of the stepped process, by batch size and coordinate", async () => {
  const replicates = 2000;
  const [steps, burnIn] = [250, 50];
  const rows = await runInProcess(
    stationaryVarianceExperiment({
      ...head,
      replicates,
      settings: {
        hessianEigenvalues: [1, 0.5],
        noiseVariances: [1, 3],
        learningRate: 0.25,
        timeStep: 2,
        b: [1, 4],
        steps,
        burnIn
      }
    })
  );
  expect(Object.keys(rows[0])).toEqual([
    "b",
    "coordinate",
    "curvature",
    "variance",
    "standardError",
    "finalVariance",
    "finalStandardError"
  ]);
  expect(rows.map(row => `${row["b"]} ${row["coordinate"]} ${row["curvature"]}`)).toEqual([
    "1 1 1",
    "1 2 0.5",
    "4 1 1",
    "4 2 0.5"
  ]);
  for (const row of rows.map(numbersOf)) {
    // θ ← (1 − h/2)θ + √(F/b) ξ with ηΔt = ½.
    const decay = (1 - row["curvature"] / 2) ** 2;
    const exact = (row["coordinate"] === 1 ? 1 : 3) / row["b"] / (1 - decay);
    const error = Math.sqrt(
      averageVariance([exact, exact, exact], {decay, steps: steps - burnIn}) / replicates
    );
    expectNear(row["variance"], exact, error);
    expectNear(row["standardError"] / error, 1, 0.05);
    expectNear(row["finalVariance"], exact, exact * Math.sqrt(2 / replicates));
    expectNear(row["finalStandardError"] / exact, Math.sqrt(2 / replicates), 0.002);
  }
});
