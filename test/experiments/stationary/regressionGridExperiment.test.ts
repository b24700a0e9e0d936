import {expect, it} from "vitest";
import {regressionGridExperiment} from "../../../lib/experiments/stationary/regressionGridExperiment.js";
import {expectNear, numbersOf} from "../fourErrors.js";
import {head, runInProcess} from "../runInProcess.js";

const settings = {labelDeviation: 3, size: 20, batchSize: 4, momenta: [0], steps: 100, burnIn: 40};

it("has under fresh data the variance that the fourth moments of the inputs lead to", async () => {
  const rows = await runInProcess(
    regressionGridExperiment({
      ...head,
      replicates: 2000,
      settings: {...settings, inputVariances: [2], schemes: ["fresh"], learningRates: [0.1, 0.3]}
    })
  );
  expect(rows.map(row => row["learningRate"])).toEqual([0.1, 0.3]);
  for (const row of rows.map(numbersOf)) {
    const eta = row["learningRate"];
    // E w² ← (1 − 2ηa + η²a²(1 + 2/b)) E w² + η²aσ²/b with a = 2, b = 4, σ = 3.
    const exact = (eta * 9) / 4 / (2 - eta * 2 * (1 + 2 / 4));
    expectNear(row["secondMoment"], exact, row["standardError"]);
    expect(row["standardError"] / exact).toBeLessThan(0.03);
  }
});

it("has no noise in a batch of all, and nothing across independent inputs", async () => {
  const rows = await runInProcess(
    regressionGridExperiment({
      ...head,
      replicates: 200,
      settings: {
        ...settings,
        batchSize: 20,
        inputVariances: [1, 0.5],
        schemes: ["without", "with", "fresh"],
        learningRates: [0.1],
        momenta: [0, 0.5]
      }
    })
  );
  expect(Object.keys(rows[0])).toEqual([
    "scheme",
    "learningRate",
    "momentum",
    "first",
    "second",
    "secondMoment",
    "standardError"
  ]);
  expect(
    rows.map(({scheme, momentum, first, second}) => `${scheme} ${momentum} ${first}${second}`)
  ).toEqual(
    ["without 0", "without 0.5", "with 0", "with 0.5", "fresh 0", "fresh 0.5"].flatMap(cell =>
      ["11", "12", "22"].map(pair => `${cell} ${pair}`)
    )
  );
  for (const {scheme, ...row} of rows) {
    const {first, second, secondMoment, standardError} = numbersOf(row) as Record<string, number>;
    if (scheme === "without") expect(Math.abs(secondMoment)).toBeLessThan(1e-10);
    else if (first === second) expect(secondMoment).toBeGreaterThan(10 * standardError);
    else if (scheme === "fresh") expectNear(secondMoment, 0, standardError);
  }
});
