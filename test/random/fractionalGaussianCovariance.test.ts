import {expect, it} from "vitest";
import {fractionalGaussianCovariance} from "../../lib/random/fractionalGaussianCovariance.js";
import {exactCovariance} from "./exactCovariance.js";

it("has its covariance to full precision at long lags", () => {
  for (const H of [0.1, 0.3, 0.75, 0.95])
    for (const k of [1, 2, 7, 8, 9, 100, 12_345, 10_000_000])
      expect(Math.abs(fractionalGaussianCovariance(H, k) / exactCovariance(H, k) - 1)).toBeLessThan(
        1e-13
      );
});

it("is white at H = ½", () => {
  expect(fractionalGaussianCovariance(0.5, 0)).toBe(1);
  for (const k of [1, 5, 8, 1000]) expect(fractionalGaussianCovariance(0.5, -k)).toBe(0);
});

it("is symmetric in the lag, and refuses what is not one", () => {
  expect(fractionalGaussianCovariance(0.75, -9)).toBe(fractionalGaussianCovariance(0.75, 9));
  expect(Math.abs(fractionalGaussianCovariance(0.75, 1) - (Math.SQRT2 - 1))).toBeLessThan(1e-15);
  expect(() => fractionalGaussianCovariance(0.75, 1.5)).toThrow("lag must be an integer");
  expect(() => fractionalGaussianCovariance(0, 1)).toThrow("hurst must lie in (0, 1); got 0");
});
