import {describe, expect, it} from "vitest";
import {quadraticBarrier} from "../../lib/escape/quadraticBarrier.js";

describe("quadraticBarrier", () => {
  const path = quadraticBarrier({curvatureMin: 2, curvatureBarrier: 0.7, barrier: 1.3});

  it("is continuous with its slope at the middle, climbs ΔL, and has the split that it says", () => {
    const {middle, top, loss, slope, split, barrier} = path;
    const below = middle * (1 - 1e-12);
    expect(loss(middle)).toBeCloseTo(loss(below), 10);
    expect(slope(middle)).toBeCloseTo(slope(below), 10);
    expect(loss(top)).toBe(barrier);
    expect(loss(middle) / barrier).toBeCloseTo(split, 12);
  });

  it("has the slope of its loss, and the steepness of its slope", () => {
    for (const w of [-1, 0.2, 0.9, 1.5, 3]) {
      const h = 1e-5;
      expect(path.slope(w)).toBeCloseTo((path.loss(w + h) - path.loss(w - h)) / (2 * h), 8);
      expect(path.steepness(w)).toBeCloseTo(
        Math.abs(path.slope(w + h) - path.slope(w - h)) / (2 * h),
        8
      );
    }
  });

  it("refuses a barrier of no height", () => {
    expect(() => quadraticBarrier({curvatureMin: 1, curvatureBarrier: 1, barrier: 0})).toThrow(
      /barrier must lie in/
    );
  });
});
