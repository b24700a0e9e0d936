import {expect, it} from "vitest";
import {misspecificationExperiment} from "../../../lib/experiments/noise/misspecificationExperiment.js";

const experiment = misspecificationExperiment({
  name: "misspecification test",
  title: "",
  source: "",
  seed: 1,
  truths: [{dimension: 2, length: 2, square: 1}],
  samples: 2_000,
  batchSize: 100,
  batches: 100,
  repetitions: 200
});

it("measures the errors that it expects of pure sampling, with the finite-population factor", async () => {
  const [job] = experiment.jobs(1);
  const rows = experiment.table([await experiment.run(job)], 1) as Record<string, Float64Array>;
  for (const kind of ["Diagonal", "Full"]) {
    const squares = rows[`${kind.toLowerCase()}Noise`].map(x => x * x);
    const mean = squares.reduce((a, b) => a + b, 0) / squares.length;
    const spread = squares.reduce((s, x) => s + (x - mean) ** 2, 0) / (squares.length - 1);
    const z = (mean - rows[`expected${kind}`][0] ** 2) / Math.sqrt(spread / squares.length);
    expect(Math.abs(z)).toBeLessThan(4);
    // The curvature is another matrix here, and seen to be.
    const wrong = rows[`${kind.toLowerCase()}Curvature`].reduce((s, x) => s + x * x, 0);
    expect(wrong / squares.length).toBeGreaterThan(3 * mean);
  }
  for (const where of ["along", "across"]) {
    const z = (rows[where][0] - rows[`${where}Noise`][0]) / rows[`${where}Error`][0];
    expect(Math.abs(z)).toBeLessThan(4);
  }
});

it("knows which settings it has", () => {
  expect(experiment.vary({b: "50"}).spec["batchSize"]).toBe(50);
  expect(() => experiment.vary({d: "3"})).toThrow(/setting must be one of/);
});
