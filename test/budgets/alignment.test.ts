import fc from "fast-check";
import {expect, test} from "vitest";
import {alignmentAngle} from "../../lib/budgets/alignmentAngle.js";
import {fisherStrongConvexity} from "../../lib/budgets/fisherStrongConvexity.js";
import {leastStrongConvexity} from "../../lib/budgets/leastStrongConvexity.js";
import {planePair} from "../../lib/budgets/planePair.js";

const ratio = fc.double({min: 1.1, max: 80, noNaN: true});

test("the least µ_F in the plane is the one at 45°, and no angle has less", () => {
  fc.assert(
    fc.property(ratio, ratio, fc.double({min: 0, max: 90, noNaN: true}), (h, f, degrees) => {
      const at = (angle: number) => {
        const {hessian, metric} = planePair({curvatureRatio: h, metricRatio: f, degrees: angle});
        return fisherStrongConvexity(hessian, metric);
      };
      const least = leastStrongConvexity({largest: h, smallest: 1, metricRatio: f});
      expect(Math.abs(at(45) - least)).toBeLessThan(1e-9 * h * f);
      expect(at(degrees)).toBeGreaterThanOrEqual(least - 1e-9 * h * f);
    })
  );
});

test("µ_F vanishes at the angle, where there is one", () => {
  fc.assert(
    fc.property(ratio, ratio, (h, f) => {
      const degrees = alignmentAngle({curvatureRatio: h, metricRatio: f});
      if (degrees === Infinity) {
        expect(leastStrongConvexity({largest: h, smallest: 1, metricRatio: f})).toBeGreaterThan(0);
        return;
      }
      const {hessian, metric} = planePair({curvatureRatio: h, metricRatio: f, degrees});
      expect(Math.abs(fisherStrongConvexity(hessian, metric))).toBeLessThan(1e-9 * h * f);
    })
  );
});

test("µ_F does not drop where the flattest axis is shared, and drops where it is not", () => {
  const hessian = [
    [1, 0, 0],
    [0, 10, 0],
    [0, 0, 20]
  ];
  const mixing = (x: number, y: number) => [
    [2, x, 0],
    [x, 3, y],
    [0, y, 3]
  ];
  expect(Math.abs(fisherStrongConvexity(hessian, mixing(0, 1)) - 1)).toBeLessThan(1e-12);
  expect(fisherStrongConvexity(hessian, mixing(0.1, 0))).toBeLessThan(0.999);
});

test("names what is out of range", () => {
  expect(() => alignmentAngle({curvatureRatio: 0.5, metricRatio: 2})).toThrow(
    /curvatureRatio must lie in \[1, ∞\); got 0.5/
  );
  expect(() => leastStrongConvexity({largest: 1, smallest: 2, metricRatio: 3})).toThrow(
    /largest must lie in \[2, ∞\); got 1/
  );
});
