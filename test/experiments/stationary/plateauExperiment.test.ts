import {expect, it} from "vitest";
import {plateauExperiment} from "../../../lib/experiments/stationary/plateauExperiment.js";
import {fisherTenDimensional} from "../../../lib/problems/fisherTenDimensional.js";
import {expectNear, numbersOf} from "../fourErrors.js";
import {head, runInProcess} from "../runInProcess.js";

const {curvatures, batchSize, noise} = fisherTenDimensional();

it("has the risk of T steps from the minimum, and its average over the last four fifths", async () => {
  const rows = await runInProcess(
    plateauExperiment({
      ...head,
      replicates: 2000,
      settings: {noise: ["anisotropic", "isotropic"], rateTimesCurvature: 0.5, T: [20, 100]}
    }),
    0.5
  );
  expect(Object.keys(rows[0])).toEqual(["noise", "how", "T", "steps", "risk", "standardError"]);
  expect(rows.map(({noise, how, T, steps}) => `${noise} ${how} ${T} ${steps}`)).toEqual(
    ["anisotropic", "isotropic"].flatMap(name =>
      ["last 20 10", "last 100 50", "average 100 50"].map(cell => `${name} ${cell}`)
    )
  );
  const eta = 0.5 / 100;
  for (const {noise: name, how, ...rest} of rows) {
    const row = numbersOf(rest);
    const G = noise[name as "anisotropic" | "isotropic"];
    // Var θᵢ ← (1 − ηhᵢ)² Var θᵢ + η²Gᵢᵢ/b, step by step.
    const variances = curvatures.map(() => 0);
    let [risk, sum] = [0, 0];
    for (let t = 1; t <= row["steps"]; t++) {
      for (const [i, h] of curvatures.entries())
        variances[i] = (1 - eta * h) ** 2 * variances[i] + (eta ** 2 * G[i][i]) / batchSize;
      risk = curvatures.reduce((s, h, i) => s + h * variances[i], 0);
      if (t > row["steps"] / 5) sum += risk;
    }
    const exact = how === "last" ? risk : sum / (row["steps"] * 0.8);
    expectNear(row["risk"], exact, row["standardError"]);
    expect(row["standardError"] / exact).toBeLessThan(0.02);
  }
});
