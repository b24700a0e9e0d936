import {expect, test} from "vitest";
import {samplingSchemesExperiment} from "../../../lib/experiments/noise/samplingSchemesExperiment.js";

test("the experiment's enumeration and formula agree, and epochs cancel", () => {
  const experiment = samplingSchemesExperiment({
    name: "test",
    title: "test",
    source: "test",
    gradients: [[1], [2], [4], [-3]],
    batchSize: 2,
    steps: 3
  });
  const results = experiment
    .jobs(1)
    .map(job => experiment.run(job) as {exact: number; enumerated: number});
  for (const {exact, enumerated} of results) expect(enumerated).toBeCloseTo(exact, 12);
  const table = experiment.table(results as never, 1);
  const epoch = (table["exact"] as Float64Array)[
    (table["scheme"] as string[]).indexOf("reshuffled") + 1
  ];
  expect(epoch).toBe(0);
  expect(experiment.vary({steps: "1"}).jobs(1)).toHaveLength(results.length / 3);
});
