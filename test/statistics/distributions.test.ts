import {describe, expect, it} from "vitest";
import {chiSquareCdf, chiSquareUpper} from "../../lib/statistics/chiSquare.js";
import {erf, erfc} from "../../lib/statistics/erf.js";
import {regularisedBeta} from "../../lib/statistics/incompleteBeta.js";
import {
  regularisedGammaInverse,
  regularisedGammaP,
  regularisedGammaQ
} from "../../lib/statistics/incompleteGamma.js";
import {logGamma} from "../../lib/statistics/logGamma.js";
import {normalCdf, normalQuantile, normalTwoSided} from "../../lib/statistics/normal.js";
import {studentTQuantile, studentTTwoSided} from "../../lib/statistics/studentT.js";
import reference from "./fixtures/distributions.json" with {type: "json"};

/** |got − want| ≤ c·ε·|want|, with an absolute floor of c·ε·floor. */
function close(got: number, want: number, c: number, floor = 0): void {
  expect(Math.abs(got - want)).toBeLessThanOrEqual(
    c * Number.EPSILON * Math.max(Math.abs(want), floor)
  );
}

describe("special functions, against mpmath", () => {
  it("logGamma, c = 16", () => {
    for (const [x, want] of reference.logGamma) close(logGamma(x), want, 16, 1);
  });

  it("incomplete gamma: both tails, relative, c = 300 + a + x (the power of x magnifies its rounding)", () => {
    for (const [a, x, q, p] of reference.gammaQ) {
      close(regularisedGammaQ(a, x), q, 300 + a + x, x < a + 1 ? 1 : 0);
      close(regularisedGammaP(a, x), p, 300 + a + x, x < a + 1 ? 0 : 1);
    }
  });

  it("incomplete beta, c = 300 + a + b", () => {
    for (const [a, b, x, want] of reference.beta) {
      const swapped = x >= (a + 1) / (a + b + 2);
      close(regularisedBeta(a, b, x), want, 300 + a + b, swapped ? 1 : 0);
      close(regularisedBeta(b, a, 1 - x), 1 - want, 300 + a + b, 1);
    }
  });

  it("erf and erfc, c = 300: erfc to full relative accuracy at 26", () => {
    for (const [x, f, g] of reference.erf) {
      close(erf(x), f, 300);
      close(erfc(x), g, 300);
      close(erf(-x), -f, 300);
    }
  });

  it("quantiles of the normal, t and χ², c = 300", () => {
    for (const [p, want] of reference.normalQuantile) close(normalQuantile(p), want, 300, 1e-3);
    for (const [p, nu, want] of reference.studentTQuantile) {
      close(studentTQuantile(p, nu), want, 300);
      close(studentTQuantile(1 - p, nu), -want, 300);
    }
    for (const [p, nu, want] of reference.chiSquareQuantile)
      close(2 * regularisedGammaInverse(nu / 2, p), want, 300);
  });
});

describe("distribution functions", () => {
  it("are undone by their quantiles, c = 4000", () => {
    for (const p of [1e-6, 0.01, 0.3, 0.5, 0.8, 0.999]) {
      close(normalCdf(normalQuantile(p)), p, 4000);
      for (const nu of [1, 3.3, 40]) {
        const both = 2 * Math.min(p, 1 - p);
        close(studentTTwoSided(studentTQuantile(p, nu), nu), both, 4000);
        close(chiSquareCdf(2 * regularisedGammaInverse(nu / 2, p), nu), p, 4000);
        close(regularisedGammaP(nu, regularisedGammaInverse(nu, p)), p, 4000);
      }
    }
  });

  it("are related as they must be, c = 300", () => {
    for (const x of [0.2, 1, 3.5, 20]) {
      close(chiSquareUpper(x, 1), normalTwoSided(Math.sqrt(x)), 300);
      close(chiSquareCdf(x, 3) + chiSquareUpper(x, 3), 1, 300);
      close(studentTTwoSided(x, 1), 1 - (2 / Math.PI) * Math.atan(x), 300, 0.1);
      close(chiSquareUpper(x, 2), Math.exp(-x / 2), 300);
      expect(studentTTwoSided(x, Infinity)).toBeCloseTo(normalTwoSided(x), 14);
    }
    expect(studentTQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
  });

  it("refuse arguments outside their domain", () => {
    expect(() => normalQuantile(1)).toThrow("p must lie in (0, 1); got 1");
    expect(() => chiSquareCdf(1, 0)).toThrow("degrees must lie in (0, ∞); got 0");
    expect(() => studentTTwoSided(1, Number.NaN)).toThrow(/degrees/);
    expect(() => regularisedGammaP(1, -1)).toThrow(/x must lie in \[0, ∞\]/);
    expect(() => regularisedBeta(1, 1, 1.5)).toThrow(/x must lie in \[0, 1\]/);
    expect(() => logGamma(0)).toThrow(/x must lie in/);
  });
});
