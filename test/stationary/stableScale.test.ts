import {expect, test} from "vitest";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {stableScale} from "../../lib/stationary/stableScale.js";

test("is carried on by one more update: sᵅ = |1 − ηh|ᵅ sᵅ + (ηc)ᵅ", () => {
  for (const alpha of [0.7, 1, 1.5, 1.9])
    for (const [curvature, learningRate] of [
      [1, 0.1],
      [3, 0.4],
      [0.5, 3.5]
    ]) {
      const s = stableScale({curvature, learningRate, alpha, noiseScale: 0.3});
      const next =
        (Math.abs(1 - learningRate * curvature) * s) ** alpha + (0.3 * learningRate) ** alpha;
      expect(next).toBeCloseTo(s ** alpha, 12);
    }
});

test("squares to half the variance of a Gaussian recursion at α = 2", () => {
  const variance = sgdCovariance({hessian: [[2]], noise: [[0.5]], learningRate: 0.3}).get(0, 0);
  const s = stableScale({curvature: 2, learningRate: 0.3, alpha: 2, noiseScale: 0.5});
  expect(2 * s * s).toBeCloseTo(variance, 14);
});

test("refuses what has no law, by name", () => {
  const good = {curvature: 1, learningRate: 0.5, alpha: 1.5};
  expect(() => stableScale({...good, learningRate: 2})).toThrow(
    "learningRate must lie in (0, 2/curvature)"
  );
  expect(() => stableScale({...good, alpha: 2.1})).toThrow("alpha must lie in (0, 2]");
  expect(() => stableScale({...good, noiseScale: 0})).toThrow("noiseScale must lie in (0, ∞)");
});
