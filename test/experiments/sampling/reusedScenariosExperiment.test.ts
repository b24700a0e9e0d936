import {expect, it} from "vitest";
import {reusedScenariosExperiment} from "../../../lib/experiments/sampling/reusedScenariosExperiment.js";
import {heatingDays, heatingPlan} from "../../../lib/sampling/heating.js";
import {sampleData} from "../../sampling/data.js";
import {head, runInProcess} from "../runInProcess.js";

const days = heatingDays(sampleData("weather.csv"), ["Seattle", "New York"]);
const settings = {
  scenarios: [128, 1461],
  budgets: [4096],
  batchSize: 16,
  share: 0.25,
  capacity: [1, 1, 1.2],
  shortage: 1
} as const;

it("leaves the floor of n scenarios, and none where they are all days", async () => {
  const [few, all] = await runInProcess(
    reusedScenariosExperiment({...head, replicates: 100, settings}, days)
  );
  for (const key of ["solved", "risk"] as const) {
    const error = Number(few[key === "solved" ? "solvedError" : "standardError"]);
    const expected = Number(few[key === "solved" ? "floor" : "predicted"]);
    expect(Math.abs(Number(few[key]) - expected)).toBeLessThan(4 * error);
  }
  expect(Number(few["seasons"])).toBeGreaterThan(10 * Number(few["solved"]));
  expect(all["floor"]).toBe(0);
  expect(Number(all["solved"])).toBeLessThan(1e-12);
});

it("computes the floor as half the trace of H times the covariance of plans", async () => {
  const [row] = await runInProcess(
    reusedScenariosExperiment({...head, replicates: 2, settings}, days)
  );
  const plan = heatingPlan(days, settings);
  const {hessian: H, noise: G} = plan.derivatives(plan.minimum([6, 7, 0]));
  // tr(H⁻¹G) by Cramer's rule.
  const det = (m: readonly (readonly number[])[]) =>
    m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1]) -
    m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0]) +
    m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
  let trace = 0;
  for (const k of [0, 1, 2]) trace += det(H.map((r, i) => (i === k ? G[k] : r))) / det(H);
  expect(row["floor"]).toBeCloseTo((trace / 2 / 1460) * (1461 / 128 - 1), 8);
});

it("refuses more scenarios than days", () => {
  const experiment = reusedScenariosExperiment({...head, replicates: 2, settings}, days);
  expect(() => experiment.vary({scenarios: "64,2000"})).toThrow(
    "scenarios must be an integer in [32, 1461]; got 2000"
  );
});
