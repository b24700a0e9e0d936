import {expect, test} from "vitest";
import {networkFloorExperiment} from "../../../lib/experiments/training/networkFloorExperiment.js";
import {runInProcess} from "../runInProcess.js";

const experiment = networkFloorExperiment({
  name: "network-floor",
  title: "",
  source: "",
  seed: 2,
  replicates: 24,
  settings: {
    samples: 200,
    inputs: 2,
    hidden: 2,
    teacher: 2,
    noise: 0.2,
    decay: 0.05,
    shares: [0.02, 0.9],
    batches: [32],
    time: 200,
    looks: 60
  }
});

test("at small steps SGD settles where the quadratic says, within four standard errors", async () => {
  const [small, large] = (await runInProcess(experiment)) as unknown as Record<string, number>[];
  expect(Math.abs(small.measured - small.quadratic)).toBeLessThan(4 * small.standardError);
  expect(small.standardError).toBeLessThan(0.1 * small.measured);
  // The diffusion leaves the quadratic towards the edge, from below.
  expect(small.continuous / small.quadratic).toBeGreaterThan(0.95);
  expect(large.continuous / large.quadratic).toBeLessThan(0.7);
});
