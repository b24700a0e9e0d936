import {expect, it} from "vitest";
import {splitValley} from "../../lib/diffusion/splitValley.js";

const valley = {angle: 45, ratio: 4, flat: 0.3};

it("has shares that add up, and none without curl at rest", () => {
  for (const time of [0.25, 2]) {
    const {curlFree, divergenceFree} = splitValley({...valley, time});
    expect(curlFree.share + divergenceFree.share).toBeCloseTo(1, 12);
    expect(curlFree.share).toBeGreaterThan(0.1);
  }
  const {curlFree, divergenceFree} = splitValley({...valley, time: Infinity});
  expect(curlFree.share).toBeLessThan(1e-4);
  expect(divergenceFree.share).toBeGreaterThan(0.999);
});

it("has nothing that flows at rest where noise and curvature commute", () => {
  const {curlFree, divergenceFree, largest} = splitValley({...valley, angle: 90, time: Infinity});
  expect([curlFree.share, divergenceFree.share, largest]).toEqual([0, 0, 0]);
  expect(Math.max(...divergenceFree.arrows.map(a => a.size))).toBe(0);
});
