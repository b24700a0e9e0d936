import {expect, it} from "vitest";
import {heavyTailsExperiment} from "../../../lib/experiments/diffusion/heavyTailsExperiment.js";
import {symmetricStableCdf} from "../../../lib/statistics/symmetricStableCdf.js";
import {head, runInProcess} from "../runInProcess.js";

it("states have the stable law's scale, its tails and its distance from the normal law", async () => {
  const replicates = 4000;
  const rows = await runInProcess(
    heavyTailsExperiment({
      ...head,
      replicates,
      settings: {alphas: [1.4, 2], steps: [0.5, 1.5], distances: [1, 4]}
    })
  );
  expect(rows).toHaveLength(8);
  for (const row of rows) {
    const {alpha, step, scale, scaleError, distance, tail, distanceExact, distanceNormal} =
      row as Record<string, number>;
    // The recursion's own scale, from ξ of scale 1: s^α = x^α/(1 − |1 − x|^α).
    const exact = (step ** alpha / (1 - Math.abs(1 - step) ** alpha)) ** (1 / alpha);
    expect(Math.abs(scale - exact)).toBeLessThan(4 * scaleError);
    const p = 2 * (1 - symmetricStableCdf(alpha)(distance));
    expect(Math.abs(tail - p)).toBeLessThan(
      4 * Math.sqrt((p * (1 - p)) / replicates) + 2 / replicates
    );
    expect(distanceExact).toBeLessThan(1.95 / Math.sqrt(replicates));
    if (alpha < 2) expect(distanceNormal).toBeGreaterThan(1.95 / Math.sqrt(replicates));
    else expect(distanceNormal).toBe(distanceExact);
  }
});
