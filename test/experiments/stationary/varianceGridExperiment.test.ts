import {expect, it} from "vitest";
import {varianceGridExperiment} from "../../../lib/experiments/stationary/varianceGridExperiment.js";
import {expectNear, numbersOf} from "../fourErrors.js";
import {head, runInProcess} from "../runInProcess.js";

const settings = {
  curvatures: [1, 0.5],
  noise: [1, 3],
  learningRates: [0.5, 1.5],
  momenta: [0, 0.5],
  steps: 160,
  burnIn: 60
};
const spec = {...head, replicates: 1000, settings};

it("has the stationary variance of heavy ball", async () => {
  const rows = await runInProcess(varianceGridExperiment(spec));
  expect(Object.keys(rows[0])).toEqual([
    "learningRate",
    "momentum",
    "nu",
    "coordinate",
    "curvature",
    "finalVariance",
    "finalStandardError",
    "variance",
    "standardError"
  ]);
  expect(rows.map(row => `${row["learningRate"]} ${row["momentum"]} ${row["coordinate"]}`)).toEqual(
    ["0.5 0", "0.5 0.5", "1.5 0", "1.5 0.5"].flatMap(cell => ["1", "2"].map(i => `${cell} ${i}`))
  );
  for (const row of rows.map(numbersOf)) {
    const {learningRate: eta, momentum: mu, curvature: h} = row as Record<string, number>;
    const c = row["coordinate"] === 1 ? 1 : 3;
    expect(h).toBe(row["coordinate"] === 1 ? 1 : 0.5);
    const exact = (eta * c * (1 + mu)) / (h * (1 - mu) * (2 * (1 + mu) - eta * h));
    expectNear(row["variance"], exact, row["standardError"]);
    expectNear(row["finalVariance"], exact, row["finalStandardError"]);
    expectNear(row["finalStandardError"] / exact, Math.sqrt(2 / 1000), 0.003);
    expect(row["standardError"]).toBeLessThan(row["finalStandardError"]);
  }
});

it("takes no notice of the momentum where ν = 0", async () => {
  const rows = await runInProcess(
    varianceGridExperiment({...spec, settings: {...settings, momenta: [0.9], nus: [0]}})
  );
  for (const row of rows.map(numbersOf)) {
    const {learningRate: eta, curvature: h} = row as Record<string, number>;
    const exact = (eta * (row["coordinate"] === 1 ? 1 : 3)) / (h * (2 - eta * h));
    expect(row["nu"]).toBe(0);
    expectNear(row["variance"], exact, row["standardError"]);
  }
});
