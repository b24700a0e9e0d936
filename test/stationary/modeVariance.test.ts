import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {modeVariance, ouModeVariance} from "../../lib/stationary/modeVariance.js";

const mode = fc.record({
  curvature: fc.double({min: 0.01, max: 10, noNaN: true}),
  noise: fc.double({min: 0.01, max: 10, noNaN: true}),
  learningRate: fc.double({min: 0.001, max: 0.3, noNaN: true})
});

describe("modeVariance", () => {
  test("is the recursion of the variance, step by step, stable or not", () => {
    fc.assert(
      fc.property(mode, fc.integer({min: 0, max: 60}), (m, steps) => {
        let variance = 0;
        for (let t = 0; t < steps; t++)
          variance =
            (1 - m.learningRate * m.curvature) ** 2 * variance + m.learningRate ** 2 * m.noise;
        const tolerance = 1e-9 * (variance + 1e-12);
        expect(Math.abs(modeVariance(m, steps) - variance)).toBeLessThanOrEqual(tolerance);
      })
    );
  });

  test("on the edge of stability it grows linearly", () => {
    expect(modeVariance({curvature: 2, noise: 3, learningRate: 1}, 7)).toBe(21);
  });

  test("approaches the continuous law to first order in the step", () => {
    const gap = (learningRate: number) => {
      const m = {curvature: 1, noise: 1 / learningRate, learningRate};
      const t = Math.round(1 / learningRate);
      return modeVariance(m, t) - ouModeVariance(m, t);
    };
    expect(gap(0.002) / gap(0.001)).toBeGreaterThan(1.9);
    expect(gap(0.002) / gap(0.001)).toBeLessThan(2.1);
  });

  test("says what is wrong", () => {
    expect(() => modeVariance({curvature: 0, noise: 1, learningRate: 1}, 1)).toThrow(
      "curvature must lie in (0, ∞); got 0"
    );
    expect(() => ouModeVariance({curvature: 1, noise: 1, learningRate: 1}, -1)).toThrow("time");
  });
});
