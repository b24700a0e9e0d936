import {expect, test} from "vitest";
import {misses} from "../../src/figures/summary.js";

test("only G is the covariance of a batch", () => {
  const {noise, sandwich, inverse} = misses({skew: 0.55, loss: 1, batch: 2});
  expect(noise).toBeLessThan(1e-12);
  expect(sandwich).toBeGreaterThan(0.1);
  expect(inverse).toBeGreaterThan(0.1);
});

test("for a correct likelihood its inverse is G too, and the sandwich is not", () => {
  const {noise, sandwich, inverse} = misses({skew: 0, loss: 1, batch: 3});
  expect(Math.max(noise, inverse)).toBeLessThan(1e-12);
  expect(sandwich).toBeGreaterThan(0.1);
});
