import {expect, it} from "vitest";
import {estimationExperiment} from "../../../lib/experiments/noise/estimationExperiment.js";
import {expectNear, numbersOf} from "../fourErrors.js";
import {head, runInProcess} from "../runInProcess.js";

it("has the error of a sample covariance, with and without its off-diagonal half", async () => {
  const replicates = 800;
  const rows = await runInProcess(
    estimationExperiment({
      ...head,
      eigenvalues: [3, 1],
      degrees: 45,
      rank: 2,
      samples: [5, 9],
      alphas: [0.5],
      replicates
    })
  );
  expect(Object.keys(rows[0])).toEqual(["kind", "at", "estimator", "measured", "standardError"]);
  expect(rows.map(({kind, at, estimator}) => `${kind} ${at} ${estimator}`)).toEqual([
    ...["5", "9"].flatMap(m =>
      ["plug-in", "diagonal", "streaming"].map(name => `samples ${m} ${name}`)
    ),
    ...["true", "before", "after"].map(name => `alpha 0.5 ${name}`)
  ]);
  for (const {estimator, ...rest} of rows) {
    const row = numbersOf(rest);
    const m = row["at"];
    expect(row["standardError"] / row["measured"]).toBeLessThan(0.1);
    // G = [[2, 1], [1, 2]], of norm √10; an entry of the sample covariance has (GᵢᵢGⱼⱼ + Gᵢⱼ²)/(m − 1).
    if (estimator === "plug-in")
      expectNear(row["measured"], (8 + 8 + 2 * 5) / (m - 1) / 10, row["standardError"]);
    if (estimator === "diagonal")
      expectNear(row["measured"], ((8 + 8) / (m - 1) + 2) / 10, row["standardError"]);
    // After 40 gradients 2⁻⁴⁰ of the beginning, at zero, is left.
    if (estimator === "true") expectNear(row["measured"], 1, row["standardError"]);
  }
});
