import {expect, test} from "vitest";
import {averagedBatchCovariance} from "../../lib/noise/averagedBatchCovariance.js";
import {enumeratedMeans} from "../../lib/noise/enumeratedMeans.js";
import {samplingSchemes} from "../../lib/noise/sampleCounts.js";
import {samplingSchemesExperiment} from "../../lib/noise/samplingSchemesExperiment.js";
import {lineThroughPoints} from "../../lib/problems/sevenPoints.js";

test.each(samplingSchemes)("%s: unbiased, and the covariance of the formula", scheme => {
  const problem = lineThroughPoints(7);
  const theta = [0.3, -0.8];
  const gradients = problem.sampleGradients(theta);
  const full = problem.gradient(theta);
  for (const [batchSize, steps] of [
    [1, 1],
    [3, 1],
    [3, 2],
    [2, 3]
  ]) {
    const {mean, covariance} = enumeratedMeans(gradients, {batchSize, steps, scheme});
    for (const j of [0, 1]) expect(mean[j]).toBeCloseTo(full[j], 12);
    const exact = averagedBatchCovariance(gradients, {batchSize, steps, scheme});
    // c = 100 on sums over at most 1716 outcomes of size one.
    expect(covariance.sub(exact).norm()).toBeLessThan(100 * 49 * Number.EPSILON);
  }
});

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
  expect(() => experiment.vary({})).toThrow(/vary/);
});
