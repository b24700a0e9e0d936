import {expect, it} from "vitest";
import {sameCallsExperiment} from "../../../lib/experiments/budgets/sameCallsExperiment.js";
import {fisherTenDimensional} from "../../../lib/problems/fisherTenDimensional.js";
import {expectNear, numbersOf} from "../fourErrors.js";
import {head, runInProcess} from "../runInProcess.js";

const {curvatures, batchSize, noise} = fisherTenDimensional();
const experiment = sameCallsExperiment({
  ...head,
  replicates: 2000,
  settings: {
    estimators: ["last", "average", "newton"],
    T: [40, 160],
    distances: [0, 10],
    eta0: 1.2,
    offset: 50,
    rateTimesCurvature: 1,
    dropped: 0.125
  }
});

it("makes of T Newton steps the mean of T noises, from wherever they start", async () => {
  const rows = await runInProcess(experiment);
  expect(Object.keys(rows[0])).toEqual([
    "estimator",
    "distance",
    "T",
    "steps",
    "burnIn",
    "risk",
    "standardError"
  ]);
  expect(rows.map(row => `${row["estimator"]} ${row["distance"]} ${row["T"]}`)).toEqual(
    ["last", "average", "newton"].flatMap(estimator =>
      ["0 40", "0 160", "10 40", "10 160"].map(cell => `${estimator} ${cell}`)
    )
  );
  // E θ̂ᵀHθ̂ = tr H⁻¹G/(bT).
  const trace = curvatures.reduce((sum, h, i) => sum + noise.anisotropic[i][i] / h, 0);
  for (const {estimator, ...row} of rows)
    if (estimator === "newton") {
      const {T, risk, standardError} = numbersOf(row) as Record<string, number>;
      expectNear(risk, trace / batchSize / T, standardError);
      expect(standardError / risk).toBeLessThan(0.03);
    }
});

it("drops an eighth of the average, and nothing else, of the steps at a scale", async () => {
  const rows = await runInProcess(experiment.vary({replicates: "2"}), 0.5);
  for (const row of rows) {
    expect(row["steps"]).toBe(Number(row["T"]) / 2);
    expect(row["burnIn"]).toBe(
      row["estimator"] === "average" ? Math.floor(Number(row["T"]) / 16) : 0
    );
  }
});
