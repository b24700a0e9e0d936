import fc from "fast-check";
import {expect, test} from "vitest";
import {fisherStrongConvexity} from "../../lib/budgets/fisherStrongConvexity.js";
import {gradientFlow, planePair, worstDirection} from "../../lib/budgets/planePair.js";

test("the worst direction's rate is µ_F, and the flow starts at that rate", () => {
  fc.assert(
    fc.property(
      fc.double({min: 1.5, max: 50, noNaN: true}),
      fc.double({min: 1.5, max: 50, noNaN: true}),
      fc.integer({min: 5, max: 85}),
      (curvatureRatio, metricRatio, degrees) => {
        const {hessian, metric} = planePair({curvatureRatio, metricRatio, degrees});
        const {direction, rate} = worstDirection(hessian, metric);
        const mu = fisherStrongConvexity(hessian, metric);
        expect(Math.abs(rate - mu)).toBeLessThan(1e-9 * (1 + Math.abs(mu)) * metricRatio);
        const step = 1e-7;
        const [now, soon] = gradientFlow(hessian, metric, {start: direction, times: [0, step]});
        const slope = (soon.squaredNorm - now.squaredNorm) / step;
        // The second derivative is at most 4‖H‖² times κ_F.
        expect(Math.abs(slope + 2 * mu)).toBeLessThan(
          4 * curvatureRatio ** 2 * metricRatio * step + 1e-6
        );
      }
    )
  );
});

test("the published pair: H = diag(1, 20), κ_F = 50 turned by 60° has a negative µ_F", () => {
  const {hessian, metric} = planePair({curvatureRatio: 20, metricRatio: 50, degrees: 60});
  expect(worstDirection(hessian, metric).rate).toBeLessThan(0);
});

test("names what is out of range", () => {
  expect(() => planePair({curvatureRatio: 0, metricRatio: 1, degrees: 0})).toThrow(
    /curvatureRatio must lie in \(0, ∞\); got 0/
  );
  const {metric} = planePair({curvatureRatio: 2, metricRatio: 3, degrees: 20});
  expect(() => gradientFlow(metric, metric, {start: [1, 0], times: [0]})).toThrow(/diagonal/);
});
