import {expect, it} from "vitest";
import {dependentBatchesExperiment} from "../../../lib/experiments/noise/dependentBatchesExperiment.js";
import {
  correlatedNoiseVariance,
  keptWithProbability,
  reusedFor
} from "../../../lib/stationary/correlatedNoiseVariance.js";

const experiment = dependentBatchesExperiment({
  name: "dependent batches test",
  title: "",
  source: "",
  seed: 1,
  dependences: [
    {kind: "lasting", inflation: 0.5, keep: 0.5},
    {kind: "reused", uses: 2}
  ],
  curvatures: [1, 0.4],
  learningRate: 0.5,
  batchSize: 4,
  replicates: 200,
  steps: 300,
  burnIn: 60
});

it("settles where the balance with lasting noise says", async () => {
  const results = await Promise.all(experiment.jobs(1).map(job => experiment.run(job)));
  const rows = experiment.table(results, 1) as Record<string, Float64Array>;
  const rho = 0.5 / 3;
  const noises = [
    {fresh: (1 - rho) / 4, lasting: rho, correlations: keptWithProbability(0.5)},
    {fresh: 0, lasting: 1 / 4, correlations: reusedFor(2)}
  ];
  for (const [row, noise] of [noises[0], noises[0], noises[1], noises[1]].entries()) {
    const exact = correlatedNoiseVariance({
      curvature: rows["curvature"][row],
      learningRate: 0.5,
      noise
    });
    expect(Math.abs((rows["variance"][row] - exact) / rows["standardError"][row])).toBeLessThan(4);
    const batch = 4 * (noise.fresh + noise.lasting);
    expect(Math.abs((rows["noise"][row] - batch) / rows["noiseError"][row])).toBeLessThan(4);
  }
});

it("knows which settings it has", () => {
  expect(experiment.vary({steps: "10"}).spec["steps"]).toBe(10);
  expect(() => experiment.vary({kind: "shared"})).toThrow(/setting must be one of/);
});
