import {expect, it} from "vitest";
import {centredChiSquare} from "../../lib/random/centredChiSquare.js";
import {erf, kolmogorovSmirnov, meanZ, sample, seeded} from "./sampling.js";

const cdfs: [number, (x: number) => number][] = [
  [1, x => erf(Math.sqrt(x / 2))],
  [2, x => 1 - Math.exp(-x / 2)],
  [3, x => erf(Math.sqrt(x / 2)) - Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2)],
  [4, x => 1 - (1 + x / 2) * Math.exp(-x / 2)]
];

it.each(cdfs)("has the law of χ², shifted, ν = %d (n = 10⁵)", (nu, cdf) => {
  const source = seeded(23);
  const x = sample(100_000, () => centredChiSquare(source, nu));
  expect(kolmogorovSmirnov(x, v => cdf(v + nu))).toBeLessThan(2.23);
});

it.each([1, 3, 6])("has mean 0, variance 2ν and third moment 8ν, ν = %d (n = 10⁵)", nu => {
  const source = seeded(24);
  const x = sample(100_000, () => centredChiSquare(source, nu));
  // cumulants 2^{r−1}(r−1)! ν
  const [k2, k3, k4, k6] = [2 * nu, 8 * nu, 48 * nu, 3840 * nu];
  const fourth = k4 + 3 * k2 ** 2;
  const sixth = k6 + 15 * k4 * k2 + 10 * k3 ** 2 + 15 * k2 ** 3;
  expect(Math.abs(meanZ(x, 0, k2))).toBeLessThan(4);
  expect(
    Math.abs(
      meanZ(
        x.map(v => v ** 2),
        k2,
        fourth - k2 ** 2
      )
    )
  ).toBeLessThan(4);
  expect(
    Math.abs(
      meanZ(
        x.map(v => v ** 3),
        k3,
        sixth - k3 ** 2
      )
    )
  ).toBeLessThan(4);
});

it("refuses a ν that is not a positive integer", () => {
  expect(() => centredChiSquare(seeded(1), 2.5)).toThrow(
    "degreesOfFreedom must be an integer ≥ 1; got 2.5"
  );
});
