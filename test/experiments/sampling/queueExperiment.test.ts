import {expect, it} from "vitest";
import {queueExperiment, queueVersions} from "../../../lib/experiments/sampling/queueExperiment.js";
import {flights as read} from "../../sampling/data.js";
import {head, runInProcess} from "../runInProcess.js";

const flights = read("flights-5k.json");

const settings = {
  versions: queueVersions,
  budgets: [512],
  pilotShare: 0.2,
  spacing: 0.1,
  rounds: 2,
  batchSizes: [1, 16],
  halvings: 4,
  searched: 4,
  customers: 10,
  cost: 1,
  startRate: 4,
  feasible: [1.2, 8]
} as const;

it("gives each version its own queue: the likelihood ratio is the noisiest, data have a best rate of their own", async () => {
  const rows = await runInProcess(queueExperiment({...head, replicates: 30, settings}, flights));
  const told = Object.fromEntries(
    rows
      .filter(row => row["rule"] === "told, b = 1")
      .map(row => [row["version"], {risk: Number(row["returned"]), rate: Number(row["rate"])}])
  );
  expect(Object.keys(told)).toEqual([...queueVersions]);
  expect(told["likelihood ratio"].risk).toBeGreaterThan(4 * told["perturbation"].risk);
  // The same curvature, more noise: a smaller step.
  expect(told["likelihood ratio"].rate).toBeLessThan(told["perturbation"].rate);
  expect(told["departures"].rate).not.toBe(told["perturbation"].rate);
});

it("refuses a range of rates that is none, and a queue that never rests", () => {
  const spec = {...head, replicates: 2, settings};
  expect(() =>
    queueExperiment({...spec, settings: {...settings, feasible: [8, 1.2]}}, flights)
  ).toThrow(/feasible must ascend/);
  expect(() => queueExperiment(spec, flights).vary({feasible: "0.5,8"})).toThrow(/\(1, ∞\)/);
});
