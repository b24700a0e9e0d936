import {describe, expect, it} from "vitest";
import {adaptiveCovarianceMap} from "../../lib/stationary/adaptiveCovarianceMap.js";
import {adaptiveMultiplier} from "../../lib/stationary/adaptiveMultiplier.js";
import {naturalGradientCovariance} from "../../lib/stationary/naturalGradientCovariance.js";

describe("adaptiveMultiplier", () => {
  it("crosses 1 where the closed forms say, without momentum", () => {
    for (const c of [0.1, 0.5, 0.9])
      for (const [method, threshold] of [
        ["natural", (2 * (1 + c)) / (3 + c)],
        ["adam", (2 * (1 + c)) / (2 + c)]
      ] as const)
        for (const side of [0.99, 1.01]) {
          const forgetting = threshold * side;
          if (forgetting > 1) continue;
          expect(adaptiveMultiplier({method, noiseRatio: c, forgetting}) < 1).toBe(side < 1);
        }
    expect(adaptiveMultiplier({method: "natural", noiseRatio: 0})).toBeCloseTo(3, 12);
    expect(adaptiveMultiplier({method: "adam", noiseRatio: 0.25})).toBeCloseTo(0.6, 12);
  });

  it("is the rate at which the map itself closes in, for Hessians that are not diagonal", () => {
    const hessian = [
      [1, 0.3],
      [0.3, 0.5]
    ];
    for (const [noiseRatio, momentum, forgetting] of [
      [0.5, 0, 0.4],
      [1.2, 0, 1],
      [0.5, 0.6, 0.2],
      [0.8, 0.3, 1]
    ]) {
      const run = {hessian, learningRate: 0.7, noiseRatio, momentum};
      const options = {...run, forgetting};
      const fixed = naturalGradientCovariance(run);
      const map = adaptiveCovarianceMap({method: "natural", ...options});
      let state = map.start(fixed.clone().mul(1.05));
      const gaps: number[] = [];
      for (let t = 0; t < 80; t++) {
        state = map.step(state);
        gaps.push(state.covariance.clone().sub(fixed).norm());
      }
      // The largest gap of a window, as complex multipliers make it oscillate.
      const peak = (from: number) => Math.max(...gaps.slice(from, from + 12));
      const rate = (peak(50) / peak(20)) ** (1 / 30);
      expect(
        Math.abs(rate - adaptiveMultiplier({method: "natural", noiseRatio, momentum, forgetting}))
      ).toBeLessThan(0.03);
    }
  });

  it("has a noiseless fixed point that attracts up to µ = 5 − 2√6 in the limit of a long memory", () => {
    const critical = 5 - 2 * Math.sqrt(6);
    const at = (momentum: number) =>
      adaptiveMultiplier({method: "natural", noiseRatio: 0, momentum, forgetting: 1e-4});
    expect(at(critical - 0.005)).toBeLessThan(1);
    expect(at(critical + 0.005)).toBeGreaterThan(1);
  });
});
