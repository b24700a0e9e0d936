import {expect, test} from "vitest";
import {averagedBatchCovariance} from "../../lib/noise/averagedBatchCovariance.js";
import {finitePopulationCovariance} from "../../lib/noise/finitePopulationCovariance.js";
import {sampleCounts, samplingSchemes} from "../../lib/noise/sampleCounts.js";
import {lineThroughPoints} from "../../lib/problems/sevenPoints.js";

const gradients = lineThroughPoints(6).sampleGradients([0.4, -0.3]).to2DArray();

test.each(samplingSchemes)("%s: the covariance over all outcomes", scheme => {
  for (const [b, steps] of [
    [1, 1],
    [2, 1],
    [2, 2],
    [2, 3],
    [4, 2],
    [1, 7],
    [6, 1]
  ]) {
    if (scheme === "with" && b * steps > 8) continue;
    const law = sampleCounts({samples: 6, batchSize: b, steps, scheme});
    const means = law.map(({counts}) =>
      [0, 1].map(j => counts.reduce((s, c, i) => s + c * gradients[i][j], 0) / (b * steps))
    );
    const mean = [0, 1].map(j => law.reduce((s, o, k) => s + o.probability * means[k][j], 0));
    const exact = averagedBatchCovariance(gradients, {batchSize: b, steps, scheme});
    // c = 100 on sums over at most 1287 outcomes.
    const tolerance = 100 * 36 * Number.EPSILON * 10;
    for (const i of [0, 1])
      for (const j of [0, 1]) {
        const found = law.reduce(
          (s, o, k) => s + o.probability * (means[k][i] - mean[i]) * (means[k][j] - mean[j]),
          0
        );
        expect(Math.abs(found - exact.get(i, j))).toBeLessThan(tolerance);
      }
  }
});

test("one step is the finite population's covariance; a whole epoch, reshuffled, is none", () => {
  for (const replacement of [true, false]) {
    const scheme = replacement ? "with" : "without";
    const exact = averagedBatchCovariance(gradients, {batchSize: 4, scheme});
    const other = finitePopulationCovariance(gradients, 4, {replacement});
    expect(exact.sub(other).norm()).toBeLessThan(1e-14);
  }
  const epoch = {batchSize: 2, steps: 3, scheme: "reshuffled"} as const;
  expect(averagedBatchCovariance(gradients, epoch).norm()).toBe(0);
});

test("refuses a single sample", () => {
  expect(() => averagedBatchCovariance([[1]], {batchSize: 1, scheme: "with"})).toThrow(/rows/);
});
