import fc from "fast-check";
import {expect, test} from "vitest";
import {decayingStepRisk} from "../../lib/budgets/decayingStepRisk.js";
import {driftConstant} from "../../lib/budgets/driftConstant.js";
import {driftRecursion} from "../../lib/budgets/driftRecursion.js";
import {fisherStrongConvexity} from "../../lib/budgets/fisherStrongConvexity.js";
import {planePair} from "../../lib/budgets/planePair.js";

test("is never below the exact risk, and equal to it for H = µI", () => {
  const horizons = [2, 5, 20, 100];
  fc.assert(
    fc.property(
      fc.integer({min: 0, max: 90}),
      fc.double({min: 0.2, max: 2, noNaN: true}),
      fc.constantFrom(1, 4),
      (degrees, eta0, curvatureRatio) => {
        const {hessian, metric} = planePair({curvatureRatio, metricRatio: 9, degrees});
        const initial = [0.5, -0.3];
        const exact = decayingStepRisk({hessian, noise: metric, metric, eta0, initial, horizons});
        const norm =
          metric.get(0, 0) * 0.25 - 2 * 0.15 * metric.get(0, 1) + metric.get(1, 1) * 0.09;
        const bound = driftRecursion({
          convexity: fisherStrongConvexity(hessian, metric),
          driftConstant: driftConstant(hessian, metric),
          noise: metric.mmul(metric).trace(),
          eta0,
          start: norm,
          horizons
        });
        for (const [k, {noise, start}] of exact.entries()) {
          expect(noise + start).toBeLessThan(bound[k] * (1 + 1e-9));
          if (curvatureRatio === 1)
            expect(Math.abs((noise + start) / bound[k] - 1)).toBeLessThan(1e-9);
        }
      }
    ),
    {seed: 3, numRuns: 60}
  );
});

test("T times it tends to η₀² Tr F²/(2η₀µ − 1)", () => {
  const T = 400_000;
  const options = {convexity: 0.7, driftConstant: 5, noise: 3, start: 2, horizons: [T]};
  const [value] = driftRecursion({...options, eta0: 2});
  expect(Math.abs((T * value) / (12 / 1.8) - 1)).toBeLessThan(1e-3);
});

test("names what is out of range", () => {
  const options = {convexity: 2, driftConstant: 4, noise: 1, eta0: 1, start: 0, horizons: [3]};
  expect(() => driftRecursion({...options, driftConstant: 3})).toThrow(
    /driftConstant must lie in \[convexity², ∞\); got 3/
  );
  expect(() => driftRecursion({...options, horizons: [1]})).toThrow(
    /horizons must be an integer ≥ 2/
  );
});
