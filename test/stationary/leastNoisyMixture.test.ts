import {describe, expect, it} from "vitest";
import {leastNoisyMixture} from "../../lib/stationary/leastNoisyMixture.js";
import {qhmCovariance} from "../../lib/stationary/qhmCovariance.js";
import {qhmLimit} from "../../lib/stationary/stability.js";

describe("leastNoisyMixture", () => {
  it("is no worse than any ν on a grid", () => {
    for (const momentum of [0.2, 0.6, 0.95])
      for (const learningRate of [0.05, 0.8, 1.9, 2.4]) {
        if (!(learningRate < 0.99 * qhmLimit(1, momentum, 1))) continue;
        const variance = (nu: number) =>
          qhmCovariance({hessian: [[1]], noise: [[1]], learningRate, momentum, nu}).get(0, 0);
        const least = variance(leastNoisyMixture({curvature: 1, learningRate, momentum}));
        for (let nu = 0; nu <= 1; nu += 0.01)
          if (learningRate < qhmLimit(1, momentum, nu))
            expect(least).toBeLessThanOrEqual(variance(nu) * (1 + 1e-12));
      }
  });

  it("tends to (1+µ)/(4µ) for small steps", () => {
    for (const momentum of [0.5, 0.8])
      expect(
        Math.abs(
          leastNoisyMixture({curvature: 2, learningRate: 1e-3, momentum}) -
            (1 + momentum) / (4 * momentum)
        )
      ).toBeLessThan(2e-2);
  });

  it("refuses a step that no mixture makes stable", () => {
    expect(() => leastNoisyMixture({curvature: 1, learningRate: 5, momentum: 0.1})).toThrow(
      /stable/
    );
  });
});
