import {expect, test} from "vitest";
import {drivenRecursionExperiment} from "../../lib/experiments/diffusion/drivenRecursionExperiment.js";
import type {DrivenCell} from "../../lib/stationary/drivenCell.js";
import {drivenVarianceRatio} from "../../lib/stationary/drivenVarianceRatio.js";

const cells: DrivenCell[] = [
  {drive: "white", knob: 0, step: 0.5, updates: 300},
  {drive: "skewed", knob: 0, step: 0.5, updates: 300},
  {drive: "autoregressive", knob: -0.6, step: 0.3, updates: 300},
  {drive: "fractional", knob: 0.7, step: 0.3, updates: 300},
  {drive: "reshuffled", knob: 20, step: 0.05, updates: 400},
  {drive: "ordered", knob: 0.6, step: 0.3, updates: 100},
  {drive: "finite", knob: 0.5, step: 0.3, updates: 200},
  {drive: "batch128", knob: 200, step: 0.6, updates: 50},
  {drive: "clustered", knob: 3, step: 0.3, updates: 200},
  {drive: "runs", knob: 4, step: 0.3, updates: 200},
  {drive: "momentum", knob: 0.8, step: 0.3, updates: 400},
  {drive: "growing", knob: 0.2, step: 0.3, updates: 400},
  {drive: "decaying", knob: 1.5, step: 0.2, updates: 200}
];
const experiment = drivenRecursionExperiment({
  name: "driven",
  title: "",
  source: "",
  seed: 7,
  replicates: 400,
  cells
});

test.each(experiment.jobs(1))("predicts what a run shows: $cell.drive", async job => {
  const {mean, standardError} = await experiment.run(job);
  const exact = drivenVarianceRatio(job.cell);
  expect(standardError).toBeLessThan(0.1 * exact);
  expect(Math.abs(mean - exact) / standardError).toBeLessThan(4);
});

test("refuses noise that grows too fast", () => {
  const call = () => drivenVarianceRatio({drive: "growing", knob: 0.9, step: 0.3, updates: 1});
  expect(call).toThrow("knob must lie below 1 − x/2 = 0.85; got 0.9");
});

test.each([
  [{drive: "white", knob: 0, step: 2}, "step must lie in (0, 2); got 2"],
  [{drive: "skewed", knob: 0, step: Number.NaN}, "step must lie in (0, 2); got NaN"],
  [{drive: "momentum", knob: 0.5, step: 3}, "step must lie in (0, 3); got 3"],
  [{drive: "momentum", knob: 1, step: 0.5}, "momentum must lie in [0, 1); got 1"],
  [{drive: "finite", knob: 0, step: 0.5}, "knob must lie in (0, 1); got 0"],
  [{drive: "batch128", knob: 100, step: 0.5}, "knob must be an integer ≥ 128; got 100"],
  [{drive: "decaying", knob: 0, step: 0.5}, "knob must lie in (0, ∞); got 0"]
] as const)("%o has no stationary law", (cell, message) => {
  expect(() => drivenVarianceRatio({...cell, updates: 1})).toThrow(message);
});
