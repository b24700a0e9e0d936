import fc from "fast-check";
import {expect, test} from "vitest";
import {gradientFloor} from "../../lib/budgets/gradientFloor.js";
import {planePair} from "../../lib/budgets/planePair.js";
import {pairedCondition, worstFloor} from "../../lib/budgets/worstFloor.js";

test("pairs a largest with a smallest eigenvalue, and counts two where they are alike", () => {
  expect(pairedCondition([1, 100])).toBeCloseTo(101 ** 2 / 400, 12);
  expect(pairedCondition([1, 100, 7])).toBeCloseTo(1 + 101 ** 2 / 400, 12);
  expect(pairedCondition([3, 3, 3, 3, 3])).toBe(5);
});

test("no pair in the plane has a higher floor", () => {
  fc.assert(
    fc.property(
      fc.double({min: 1, max: 50, noNaN: true}),
      fc.double({min: 1, max: 90, noNaN: true}),
      fc.integer({min: 0, max: 90}),
      fc.double({min: 0.05, max: 1.9, noNaN: true}),
      (curvatureRatio, metricRatio, degrees, rateTimesSmoothness) => {
        const {hessian, metric} = planePair({curvatureRatio, metricRatio, degrees});
        const learningRate = rateTimesSmoothness / curvatureRatio;
        const settled = gradientFloor({hessian, metric, noise: metric, learningRate});
        const worst = worstFloor([metricRatio, 1], {rateTimesSmoothness});
        expect(settled).toBeLessThanOrEqual(worst * (1 + 1e-9));
      }
    )
  );
});

test("names what is out of range", () => {
  expect(() => worstFloor([1], {rateTimesSmoothness: 2})).toThrow(/must lie in \(0, 2\); got 2/);
  expect(() => worstFloor([1, 0], {rateTimesSmoothness: 1})).toThrow(/eigenvalues\[1\] must lie/);
});
