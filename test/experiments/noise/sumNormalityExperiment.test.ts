import {expect, it} from "vitest";
import {sumNormalityExperiment} from "../../../lib/experiments/noise/sumNormalityExperiment.js";
import {sumNormality} from "../../../lib/noise/sumNormality.js";
import {head, runInProcess} from "../runInProcess.js";

it("the distance of drawn sums from the normal law is the exact one, up to sampling", async () => {
  const replicates = 20_000;
  const rows = await runInProcess(
    sumNormalityExperiment({...head, replicates, shares: [1, 0.1], batchSizes: [1, 16]})
  );
  expect(rows.map(({share, batchSize}) => [share, batchSize])).toEqual([
    [1, 1],
    [1, 16],
    [0.1, 1],
    [0.1, 16]
  ]);
  for (const {share, batchSize, distance} of rows as Record<string, number>[])
    expect(Math.abs(distance - sumNormality(share, batchSize))).toBeLessThan(
      1.95 / Math.sqrt(replicates)
    );
});
