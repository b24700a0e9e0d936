import {expect, it} from "vitest";
import {settledOrdersExperiment} from "../../../lib/experiments/sampling/settledOrdersExperiment.js";
import {expectNear, numbersOf} from "../fourErrors.js";
import {head, runInProcess} from "../runInProcess.js";

/** Two products alike, of price 1, whose demand has mean 10 and variance 1: uniform on an interval of √12. */
const year = {
  weekday: [0, 1],
  sold: [
    [9, 9],
    [11, 11]
  ],
  prices: [1, 1]
};

it("has the three predictions for one pair of products, and meets that of the jumps", async () => {
  const rows = await runInProcess(
    settledOrdersExperiment(
      {
        ...head,
        replicates: 100,
        runs: [
          {demand: "uniform", batchSize: 1, learningRates: [0.3, 0.1]},
          {demand: "uniform", batchSize: 8, learningRates: [1]}
        ],
        burnIn: 8,
        relaxations: 40,
        ingredients: 0.3,
        capacity: 1
      },
      year
    )
  );
  expect(Object.keys(rows[0])).toEqual([
    "demand",
    "b",
    "learningRate",
    "risk",
    "standardError",
    "continuous",
    "discrete",
    "jumps"
  ]);
  expect(rows.map(({b, learningRate}) => [b, learningRate])).toEqual([
    [1, 0.3],
    [1, 0.1],
    [8, 1]
  ]);
  // Along (1, −1)/√2 either order is short half of the time: noise ¼, curvature 1/√12.
  const h = 1 / Math.sqrt(12);
  for (const row of rows.map(numbersOf)) {
    const {b, learningRate: eta} = row as Record<string, number>;
    expect(row["continuous"]).toBeCloseTo(eta / b / 16, 12);
    expect(row["discrete"]).toBeCloseTo(eta / b / 8 / (2 - eta * h), 12);
    // At a distance δ the noise is ¼ − h²δ²/2.
    expect(row["jumps"]).toBeCloseTo(eta / b / 8 / (2 - eta * h * (1 - 1 / (2 * b))), 12);
    expectNear(row["risk"], row["jumps"], row["standardError"]);
    expect(row["standardError"] / row["risk"]).toBeLessThan(0.03);
  }
});
