import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {covarianceEllipse, radius95} from "../../lib/linalg/covarianceEllipse.js";
import {largestRatio} from "../../lib/linalg/largestRatio.js";

describe("covarianceEllipse", () => {
  test("every point has the Mahalanobis radius asked for", () => {
    const entry = fc.double({min: -3, max: 3, noNaN: true});
    fc.assert(
      fc.property(entry, entry, entry, fc.double({min: 0.1, max: 5, noNaN: true}), (a, b, c, r) => {
        const [s11, s12, s22] = [a * a + b * b + 0.1, b * c, c * c + 0.1];
        const determinant = s11 * s22 - s12 * s12;
        for (const [x, y] of covarianceEllipse(
          [
            [s11, s12],
            [s12, s22]
          ],
          {radius: r, points: 17}
        )) {
          const square = (s22 * x * x - 2 * s12 * x * y + s11 * y * y) / determinant;
          expect(Math.abs(square - r * r)).toBeLessThan(
            (1e-9 * r * r * (s11 + s22) ** 2) / determinant
          );
        }
      })
    );
  });

  test("the 95 % radius is that of the χ² law with two degrees of freedom", () => {
    expect(1 - Math.exp(-(radius95 ** 2) / 2)).toBeCloseTo(0.95, 14);
  });

  test("a singular covariance gives a segment", () => {
    for (const [x, y] of covarianceEllipse([
      [1, 2],
      [2, 4]
    ]))
      expect(y).toBeCloseTo(2 * x, 12);
  });

  test.each([1e-200, 1e200])("sees what is no covariance, and what is one, at scale %f", scale => {
    const at = (c: number) => [
      [scale, c * scale],
      [c * scale, scale]
    ];
    expect(() => covarianceEllipse(at(1.001))).toThrow("positive semi-definite");
    expect(covarianceEllipse(at(1)).flat().every(Number.isFinite)).toBe(true);
    expect(largestRatio(at(0.5), at(0.5))).toBeCloseTo(1, 14);
  });

  test("refuses what is no covariance", () => {
    expect(() =>
      covarianceEllipse([
        [1, 2],
        [2, 1]
      ])
    ).toThrow("positive semi-definite");
    expect(() => covarianceEllipse([[1]])).toThrow("covariance must be 2×2; got 1×1");
  });
});
