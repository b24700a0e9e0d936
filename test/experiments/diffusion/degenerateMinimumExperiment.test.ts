import {expect, it} from "vitest";
import {temperedMeanLoss} from "../../../lib/diffusion/degenerateMinimum.js";
import {
  type DegenerateMinimumSpec,
  degenerateMinimumExperiment
} from "../../../lib/experiments/diffusion/degenerateMinimumExperiment.js";
import {head, runInProcess} from "../runInProcess.js";

const spec = (output: "means" | "particles"): DegenerateMinimumSpec => ({
  ...head,
  replicates: 400,
  output,
  settings: {inverseTemperature: 400, learningRate: 0.02, times: [0, 200]}
});

it("particles start in the tempered posterior; isotropic noise keeps its mean loss", async () => {
  const rows = await runInProcess(degenerateMinimumExperiment(spec("means")));
  expect(rows.map(({noise, time}) => `${noise} ${time}`)).toEqual([
    "isotropic 0",
    "isotropic 200",
    "label 0",
    "label 200"
  ]);
  for (const {noise, time, loss, lossError} of rows as Record<string, number>[])
    if (time === 0 || String(noise) === "isotropic")
      expect(Math.abs(loss - temperedMeanLoss(400))).toBeLessThan(4 * lossError);
});

it("means are those of the particles", async () => {
  const means = await runInProcess(degenerateMinimumExperiment(spec("means")));
  const particles = await runInProcess(degenerateMinimumExperiment(spec("particles")));
  for (const {noise, time, trace} of means as Record<string, number>[]) {
    const own = (particles as Record<string, number>[]).filter(
      row => row["noise"] === noise && row["time"] === time
    );
    expect(own).toHaveLength(400);
    const sum = own.reduce((s, {x, y}) => s + x * x + y * y, 0);
    expect(sum / own.length).toBeCloseTo(trace, 12);
  }
});
