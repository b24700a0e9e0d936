import {expect, it} from "vitest";
import {angleSweepExperiment} from "../../../lib/experiments/stationary/angleSweepExperiment.js";
import {averageVariance, expectNear, numbersOf} from "../fourErrors.js";
import {head, runInProcess} from "../runInProcess.js";

it("has the covariance of the recursion, and tells how far single runs spread", async () => {
  const replicates = 2000;
  const [steps, burnIn, rate] = [50, 40, 0.5];
  const h = [1, 0.5];
  const rows = await runInProcess(
    angleSweepExperiment({
      ...head,
      replicates,
      settings: {
        curvatures: h,
        noiseVariances: [1.5, 0.5],
        learningRate: 0.25,
        timeStep: 2,
        angles: [0, 45],
        batchSize: 8,
        otherBatchSizes: [1],
        otherAngle: 45,
        steps,
        burnIn
      }
    })
  );
  expect(Object.keys(rows[0])).toEqual([
    "angle",
    "b",
    "row",
    "column",
    "measured",
    "standardError",
    "spread",
    "final",
    "finalError"
  ]);
  expect(rows.map(({angle, b, row, column}) => `${angle} ${b} ${row}${column}`)).toEqual(
    ["0 8", "45 8", "45 1"].flatMap(run => ["11", "12", "22"].map(entry => `${run} ${entry}`))
  );
  for (const row of rows.map(numbersOf)) {
    // F(0) = diag(1.5, 0.5), F(45°) = [[1, ½], [½, 1]]; ηΔt = ½.
    const F = row["angle"] === 0 ? {11: 1.5, 12: 0, 22: 0.5} : {11: 1, 12: 0.5, 22: 1};
    const sigma = (i: number, j: number) =>
      (2 * rate * F[`${i}${j}` as unknown as 11 | 12 | 22]) /
      row["b"] /
      (1 - (1 - rate * h[i - 1]) * (1 - rate * h[j - 1]));
    const [i, j] = [row["row"], row["column"]];
    const decay = (1 - rate * h[i - 1]) * (1 - rate * h[j - 1]);
    const law = [sigma(i, i), sigma(i, j), sigma(j, j)] as const;
    const spread = Math.sqrt(averageVariance(law, {decay, steps: steps - burnIn}));
    const finalError = Math.sqrt(averageVariance(law, {decay, steps: 1}) / replicates);
    expectNear(row["measured"], sigma(i, j), spread / Math.sqrt(replicates));
    expectNear(row["final"], sigma(i, j), finalError);
    expectNear(row["finalError"] / finalError, 1, Math.sqrt(8 / replicates) / 2);
    // Averages of so few products have a kurtosis below 9.
    expectNear(row["spread"] / spread, 1, Math.sqrt(8 / replicates) / 2);
    expect(row["standardError"]).toBeCloseTo(row["spread"] / Math.sqrt(replicates), 12);
  }
});
