import fc from "fast-check";
import {expect, test} from "vitest";
import {effectiveDimension} from "../../lib/budgets/effectiveDimension.js";
import {fisherConditionNumber} from "../../lib/budgets/fisherConditionNumber.js";
import {leastSchedule} from "../../lib/budgets/leastSchedule.js";
import {robbinsMonroCovariance} from "../../lib/budgets/robbinsMonroCovariance.js";

const spectrum = fc.array(fc.double({min: 0.5, max: 80, noNaN: true}), {
  minLength: 1,
  maxLength: 6
});
const diagonal = (values: readonly number[]) =>
  values.map((x, i) => values.map((_, j) => (i === j ? x : 0)));

test("is the SA-CLT's constant, and smaller than at any other η₀ of a grid", () => {
  fc.assert(
    fc.property(spectrum, values => {
      const {eta0, ratio} = leastSchedule(values);
      const F = diagonal(values);
      const at = (each: number) =>
        robbinsMonroCovariance({hessian: F, noise: F, eta0: each})
          .diagonal()
          .reduce((sum, v, i) => sum + v * values[i], 0) / values.length;
      expect(Math.abs(at(eta0) / ratio - 1)).toBeLessThan(1e-9);
      const least = Math.min(...values);
      for (let k = 1; k < 60; k++)
        expect(at((0.5 + k / 30) / least)).toBeGreaterThan(ratio * (1 - 1e-12));
    }),
    {seed: 5}
  );
});

test("is at least 1 and at least κ d_eff/(4d)", () => {
  fc.assert(
    fc.property(spectrum, values => {
      const {ratio} = leastSchedule(values);
      const F = diagonal(values);
      expect(ratio).toBeGreaterThanOrEqual(1 - 1e-12);
      expect(ratio).toBeGreaterThanOrEqual(
        (fisherConditionNumber(F) * effectiveDimension(F)) / (4 * values.length)
      );
    }),
    {seed: 6}
  );
});

test("with half of a hundred directions stiff grows more slowly than the upper bound at its best C₁", () => {
  const half = (kappa: number) => Array.from({length: 100}, (_, i) => (i < 50 ? kappa : 1));
  // Tr F²/µ_F², µ_F = 1.
  const upper = (kappa: number) => half(kappa).reduce((sum, x) => sum + x * x, 0);
  const growth = (of: (kappa: number) => number, kappa: number) => of(10 * kappa) / of(kappa);
  for (const kappa of [1, 10, 100])
    expect(growth(k => leastSchedule(half(k)).ratio, kappa)).toBeLessThan(growth(upper, kappa) / 4);
});

test("names what is out of range", () => {
  expect(() => leastSchedule([1, 0])).toThrow(/eigenvalues must lie in \(0, ∞\); got 0/);
  expect(() => leastSchedule([])).toThrow(/must not be empty/);
});
