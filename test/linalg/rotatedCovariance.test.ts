import fc from "fast-check";
import {expect, test} from "vitest";
import {
  principalAngle,
  rotatedCovariance,
  rotatedFactor
} from "../../lib/linalg/rotatedCovariance.js";

const variance = fc.double({min: 0.01, max: 100, noNaN: true});
const angle = fc.integer({min: -89, max: 90});

test("its axes are eigenvectors with the given variances", () => {
  fc.assert(
    fc.property(variance, variance, angle, (a, b, degrees) => {
      const sigma = rotatedCovariance([a, b], degrees).to2DArray();
      const t = (degrees * Math.PI) / 180;
      for (const [v, x, y] of [
        [a, Math.cos(t), Math.sin(t)],
        [b, -Math.sin(t), Math.cos(t)]
      ]) {
        // c = 8: the angle's own rounding is ε·360°.
        const tolerance = 8 * 2 * Number.EPSILON * Math.max(a, b);
        expect(Math.abs(sigma[0][0] * x + sigma[0][1] * y - v * x)).toBeLessThan(tolerance);
        expect(Math.abs(sigma[1][0] * x + sigma[1][1] * y - v * y)).toBeLessThan(tolerance);
      }
    })
  );
});

test("the factor is a root of the covariance", () => {
  const [[a, b], [c, d]] = rotatedFactor([1.5, 0.5], 25);
  const sigma = rotatedCovariance([1.5, 0.5], 25).to1DArray();
  expect([a * a + b * b, a * c + b * d, a * c + b * d, c * c + d * d]).toEqual(sigma);
});

test("the long axis points where it was turned to", () => {
  fc.assert(
    fc.property(
      variance,
      fc.double({min: 1.1, max: 50, noNaN: true}),
      angle,
      (b, ratio, degrees) => {
        const found = principalAngle(rotatedCovariance([ratio * b, b], degrees));
        const off = Math.abs(found - degrees) % 180;
        expect(Math.min(off, 180 - off)).toBeLessThan(1e-11);
      }
    )
  );
  expect(principalAngle(rotatedCovariance([1, 1], 0))).toBe(0);
});

test("names what is out of range", () => {
  expect(() => rotatedCovariance([1, -1], 0)).toThrow(
    /variances\[1\] must lie in \[0, ∞\); got -1/
  );
  expect(() => rotatedCovariance([1, 1], 400)).toThrow(/degrees/);
  expect(() => principalAngle(rotatedCovariance([1, 1], 0).subMatrix(0, 0, 0, 1))).toThrow(/2×2/);
});
