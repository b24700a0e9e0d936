import {describe, expect, it} from "vitest";
import {monitorExperiment} from "../../../lib/experiments/training/monitorExperiment.js";

const experiment = monitorExperiment({
  name: "test: monitor",
  title: "",
  source: "",
  seed: 1,
  replicates: 420,
  settings: {
    size: 60,
    weights: [0.2, 1],
    scales: [1.5],
    learningRates: [0.5, 1],
    batchSize: 2,
    snapshots: [0, 3, 40],
    spread: 0.5
  }
});

describe("monitorExperiment", () => {
  it("starts where it says, and is the same however the jobs are ordered", async () => {
    const jobs = experiment.jobs(1);
    expect(jobs.length).toBe(18);
    const results = await Promise.all(jobs.map(job => experiment.run(job)));
    const table = experiment.table(results, 1) as Record<string, ArrayLike<number>>;
    expect(Array.from(table.steps)).toEqual([0, 3, 40, 0, 3, 40]);
    // E (θ₀ − θ⋆)ᵀF⋆(θ₀ − θ⋆) = d·spread², 420 replicates.
    for (const row of [0, 3])
      expect(Math.abs((table.risk[row] - 2 * 0.25) / table.riskError[row])).toBeLessThan(4);
    for (let row = 0; row < 6; row++)
      expect(table.drift[row]).toBeGreaterThanOrEqual(table.monitor[row] * (1 - 1e-12));
    const backwards = await Promise.all(jobs.toReversed().map(job => experiment.run(job)));
    expect(experiment.table(backwards.toReversed(), 1)).toEqual(table);
  });

  it("shortens runs with the scale, keeping snapshots apart", () => {
    const results = experiment.jobs(0.05).map(job => experiment.run(job));
    return Promise.all(results).then(done => {
      const {steps} = experiment.table(done, 0.05) as Record<string, ArrayLike<number>>;
      expect(Array.from(steps).slice(0, 3)).toEqual([0, 1, 2]);
    });
  });

  it("runs with other batches if told", () => {
    expect(experiment.vary({b: "3"}).spec["batchSize"]).toBe(3);
  });
});
