import {describe, expect, it} from "vitest";
import {fractionalGaussianNoise} from "../../lib/random/fractionalGaussianNoise.js";
import {normals} from "../../lib/random/normals.js";
import {exactCovariance} from "./exactCovariance.js";
import {linearCovariance, meanZ, seeded} from "./sampling.js";

describe("fractionalGaussianNoise", () => {
  it.each([0.05, 0.3, 0.5, 0.8, 0.97])(
    "has exactly its covariance, H = %f, from the response to each normal",
    H => {
      for (const n of [1, 2, 24, 32]) {
        const m = 2 ** Math.ceil(Math.log2(n));
        const covariance = linearCovariance(2 * m, source =>
          fractionalGaussianNoise(source, {hurst: H, length: n})
        );
        for (let i = 0; i < n; i++)
          for (let j = 0; j < n; j++) {
            const expected = i === j ? 1 : exactCovariance(H, Math.abs(i - j));
            // 2m products of size at most 1/m, through log2(2m) levels of the transform
            expect(Math.abs(covariance[i]![j]! - expected)).toBeLessThan(100 * Number.EPSILON);
          }
      }
    }
  );

  it("sums to fractional Brownian motion: Var Σ = n^{2H}, drawn from a stream", () => {
    const source = normals(seeded(28));
    const [n, H, runs] = [256, 0.8, 2000];
    const squares = Float64Array.from({length: runs}, () => {
      const x = fractionalGaussianNoise(source, {hurst: H, length: n});
      return x.reduce((a, b) => a + b, 0) ** 2 / n ** (2 * H);
    });
    // n = 2000 runs; the square of a standard normal has variance 2
    expect(Math.abs(meanZ(squares, 1, 2))).toBeLessThan(4);
  });

  it.each([
    [{hurst: 1, length: 4}, "hurst must lie in (0, 1); got 1"],
    [{hurst: 0.5, length: 0}, "length must be an integer in [1, 268435456]; got 0"]
  ])("refuses %j", (options, message) => {
    expect(() => fractionalGaussianNoise({next: () => 0}, options)).toThrow(message);
  });
});
