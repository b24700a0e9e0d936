import {expect, test} from "vitest";
import {averagedBatchCovariance} from "../../lib/noise/averagedBatchCovariance.js";
import {enumeratedMeans} from "../../lib/noise/enumeratedMeans.js";
import {samplingSchemes} from "../../lib/noise/sampleCounts.js";
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
