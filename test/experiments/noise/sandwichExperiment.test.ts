import {expect, it} from "vitest";
import {sandwichExperiment} from "../../../lib/experiments/noise/sandwichExperiment.js";
import {expectNear, numbersOf} from "../fourErrors.js";
import {head, runInProcess} from "../runInProcess.js";

it("has the covariance of least squares where deviations of the errors are proportional to 1 + su", async () => {
  const dataSets = 10_000;
  const skews = [-0.6, 0, 0.9];
  const rows = await runInProcess(sandwichExperiment({...head, skews, repeats: 2, dataSets}));
  expect(Object.keys(rows[0])).toEqual(["skew", "row", "column", "measured", "standardError"]);
  expect(rows.map(({skew, row, column}) => `${skew} ${row}${column}`)).toEqual(
    skews.flatMap(skew => ["11", "12", "22"].map(entry => `${skew} ${entry}`))
  );
  const inputs = [-1.5, -0.5, 0.5, 1.5];
  for (const row of rows.map(numbersOf)) {
    const variances = inputs.map(u => (1 + row["skew"] * u) ** 2);
    const unit = variances.reduce((sum, v) => sum + v / 4, 0);
    const V = (i: number, j: number) =>
      inputs.reduce((sum, u, k) => {
        // θ̂ is the mean of e and of ue/E u².
        const weights = [1, u / 1.25];
        return sum + (weights[i - 1] * weights[j - 1] * variances[k]) / unit / 4;
      }, 0);
    const [i, j] = [row["row"], row["column"]];
    // θ̂ᵢθ̂ⱼ of normal numbers.
    const error = Math.sqrt((V(i, i) * V(j, j) + V(i, j) ** 2) / dataSets);
    expectNear(row["measured"], V(i, j), error);
    expectNear(row["standardError"] / error, 1, 0.03);
  }
});
