import fc from "fast-check";
import {expect, it} from "vitest";
import {discreteLyapunov} from "../../lib/linalg/discreteLyapunov.js";
import {
  correlatedNoiseVariance,
  keptWithProbability,
  reusedFor
} from "../../lib/stationary/correlatedNoiseVariance.js";

const curvature = fc.double({min: 0.1, max: 1.9, noNaN: true});
const chance = fc.double({min: 0, max: 0.95, noNaN: true});

it("is the balance of the recursion with what lasts as a second coordinate", () => {
  fc.assert(
    fc.property(curvature, chance, (h, r) => {
      const [fresh, lasting] = [0.7, 1.3];
      // (θ, u): u ← r u + √(1−r²) z has variance P; θ ← aθ − u − w.
      const A = [
        [1 - h, -1],
        [0, r]
      ];
      const Q = [
        [fresh, 0],
        [0, lasting * (1 - r * r)]
      ];
      const expected = discreteLyapunov(A, Q).get(0, 0);
      const found = correlatedNoiseVariance({
        curvature: h,
        learningRate: 1,
        noise: {fresh, lasting, correlations: keptWithProbability(r)}
      });
      expect(Math.abs(found / expected - 1)).toBeLessThan(1e-10);
    }),
    {seed: 1}
  );
});

it("is the balance of the recursion with the samples in the batch as further coordinates", () => {
  fc.assert(
    fc.property(curvature, fc.integer({min: 1, max: 5}), (h, uses) => {
      // (θ, m_t, m_{t−1}, …): the batch at t holds the groups drawn in the last `uses` steps.
      const n = uses + 1;
      const A = Array.from({length: n}, () => new Array<number>(n).fill(0));
      A[0] = [1 - h, ...new Array<number>(uses).fill(-1 / uses)];
      for (let k = 2; k < n; k++) A[k][k - 1] = 1;
      const Q = Array.from({length: n}, (_, i) =>
        Array.from({length: n}, (_, j) => (i === 1 && j === 1 ? uses : 0))
      );
      // The mean of `uses` groups of variance `uses` has variance 1.
      const expected = discreteLyapunov(A, Q).get(0, 0);
      const found = correlatedNoiseVariance({
        curvature: h,
        learningRate: 1,
        noise: {fresh: 0, lasting: 1, correlations: reusedFor(uses)}
      });
      expect(Math.abs(found / expected - 1)).toBeLessThan(1e-10);
    }),
    {seed: 1}
  );
});

it("names what it cannot use", () => {
  const noise = {fresh: 1};
  expect(() => correlatedNoiseVariance({curvature: 1, learningRate: 2, noise})).toThrow(
    /learningRate/
  );
  expect(() =>
    correlatedNoiseVariance({
      curvature: 1,
      learningRate: 1,
      noise: {fresh: 1, lasting: 1, correlations: [2]}
    })
  ).toThrow(/correlations\[0\]/);
  expect(() => keptWithProbability(1)).toThrow(/r must/);
  expect(() => reusedFor(0)).toThrow(/uses/);
});
