import {expect, it} from "vitest";
import {exponentialMeanDistance} from "../../lib/statistics/exponentialMeanDistance.js";

it("is Φ(−1) for one exponential, whose law has nothing below its start", () => {
  expect(Math.abs(exponentialMeanDistance(1) - 0.15865525393145707)).toBeLessThan(1e-9);
});

it("approaches Edgeworth's first term at the rate 1/m", () => {
  const limit = 1 / (3 * Math.sqrt(2 * Math.PI));
  const off = (m: number) => exponentialMeanDistance(m) * Math.sqrt(m) - limit;
  expect(Math.abs(off(64))).toBeLessThan(1e-3);
  expect(Math.abs(off(256) / off(64) - 0.25)).toBeLessThan(0.01);
});

it("wants a sample", () => {
  expect(() => exponentialMeanDistance(0)).toThrow("samples");
});
