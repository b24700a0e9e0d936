import {expect, test} from "vitest";
import {robbinsMonroProduct} from "../../lib/budgets/robbinsMonroProduct.js";
import {robbinsMonroProductLimit} from "../../lib/budgets/robbinsMonroProductLimit.js";

test("a = 1, c₀ = 0 telescopes", () => {
  const products = robbinsMonroProduct({a: 1, c0: 0, from: 5, to: [6, 9, 400]});
  for (const [k, T] of [6, 9, 400].entries()) expect(products[k]).toBeCloseTo(4 / (T - 1), 14);
});

test("products in pieces multiply to the whole", () => {
  const [whole] = robbinsMonroProduct({a: 2.3, c0: 0.7, to: [90]});
  const [first] = robbinsMonroProduct({a: 2.3, c0: 0.7, to: [30]});
  const [last] = robbinsMonroProduct({a: 2.3, c0: 0.7, from: 30, to: [90]});
  expect(first * last).toBeCloseTo(whole, 14);
});

test.each([
  [0.5, 0],
  [-0.7, 0.2],
  [0.3, 0.01],
  [1.7, 0.2],
  [3.4, 1.1],
  [2, 4],
  [5, 20]
])("T^aΠ tends to the limit: a = %d, c₀ = %d", (a, c0) => {
  const horizons = [20_000, 40_000];
  const [near, far] = robbinsMonroProduct({a, c0, to: horizons}).map(
    (p, k) => p * horizons[k] ** a
  );
  const limit = robbinsMonroProductLimit(a, c0);
  // Corrections are c₁/T + c₂/T²: extrapolating leaves the second.
  expect(Math.abs(2 * far - near - limit)).toBeLessThan(1e-5 * Math.abs(limit));
});

test("is zero where a factor is, and known in closed form", () => {
  expect(robbinsMonroProductLimit(3, 2)).toBeCloseTo(0, 12);
  expect(robbinsMonroProduct({a: 3, c0: 2, to: [10]})[0]).toBe(0);
  expect(robbinsMonroProductLimit(2, 2)).toBeCloseTo(Math.sinh(Math.PI) / Math.PI, 10);
});

test("names what is out of range", () => {
  expect(() => robbinsMonroProduct({a: 1, c0: -1, to: [3]})).toThrow(
    /c0 must lie in \[0, ∞\); got -1/
  );
  expect(() => robbinsMonroProduct({a: 1, c0: 0, to: [3, 3]})).toThrow(
    /to must be an integer ≥ 4; got 3/
  );
  expect(() => robbinsMonroProductLimit(Number.NaN, 0)).toThrow(/a must lie in/);
});
