import fc from "fast-check";
import {expect, it} from "vitest";
import {timeAverage} from "../../lib/stationary/timeAverage.js";

const decay = fc.double({min: -0.95, max: 0.99, noNaN: true});
const problem = fc
  .tuple(decay, decay, fc.double({min: -0.9, max: 0.9, noNaN: true}), fc.integer({min: 1, max: 40}))
  .map(([a, b, r, steps]) => ({
    decays: [a, b],
    covariance: [
      [2, 3 * r],
      [3 * r, 4.5]
    ],
    steps
  }));

/** E xᵢ(s)xⱼ(t), from the covariance at the earlier time. */
const lagged =
  (decays: readonly number[], S: readonly (readonly number[])[]) =>
  (i: number, s: number, j: number, t: number) =>
    S[i][j] * (t >= s ? decays[j] ** (t - s) : decays[i] ** (s - t));

it("is the double sum over all pairs of times", () => {
  fc.assert(
    fc.property(problem, ({decays, covariance, steps: n}) => {
      const E = lagged(decays, covariance);
      let variance = 0;
      let means = 0;
      for (let s = 0; s < n; s++)
        for (let t = 0; t < n; t++) {
          variance += E(0, s, 0, t) * E(1, s, 1, t) + E(0, s, 1, t) * E(1, s, 0, t);
          means += E(0, s, 1, t);
        }
      const found = timeAverage({decays, covariance, steps: n});
      const scale = 9 / Math.min(...decays.map(a => 1 - a)) ** 2;
      expect(Math.abs(found.standardDeviation ** 2 - variance / n ** 2)).toBeLessThan(
        1e-12 * scale
      );
      expect(Math.abs(covariance[0][1] - found.centredMean - means / n ** 2)).toBeLessThan(
        1e-12 * scale
      );
    }),
    {seed: 1}
  );
});

it("knows nothing after one step, and subtracting the mean of one step leaves nothing", () => {
  const one = timeAverage({decays: [0.5], covariance: [[3]], steps: 1, entry: [0, 0]});
  expect(one.standardDeviation).toBeCloseTo(3 * Math.SQRT2, 12);
  expect(one.centredMean).toBeCloseTo(0, 12);
});

it("names what it cannot use", () => {
  expect(() =>
    timeAverage({
      decays: [1, 0],
      covariance: [
        [1, 0],
        [0, 1]
      ],
      steps: 5
    })
  ).toThrow(/decays\[0\]/);
  expect(() => timeAverage({decays: [0], covariance: [[1]], steps: 5})).toThrow(/entry\[1\]/);
});
