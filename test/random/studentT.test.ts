import {expect, it} from "vitest";
import {studentT} from "../../lib/random/studentT.js";
import {kolmogorovSmirnov, meanZ, normalCdf, sample, seeded} from "./sampling.js";

const cdfs: [number, (t: number) => number][] = [
  [1, t => 0.5 + Math.atan(t) / Math.PI],
  [2, t => 0.5 + t / (2 * Math.sqrt(2 + t * t))],
  [3, t => 0.5 + (Math.atan(t / Math.sqrt(3)) + t / Math.sqrt(3) / (1 + (t * t) / 3)) / Math.PI],
  [4, t => 0.5 + ((0.75 * t) / Math.sqrt(4 + t * t)) * (1 - (t * t) / (3 * (4 + t * t)))],
  // the density differs from the normal one by a term of order 1/ν
  [1e7, normalCdf]
];

it.each(cdfs)("has Student's law, ν = %d (n = 10⁵)", (nu, cdf) => {
  const source = seeded(21);
  const t = sample(100_000, () => studentT(source, nu));
  expect(kolmogorovSmirnov(t, cdf)).toBeLessThan(2.23);
});

it("has variance ν/(ν − 2), ν = 10", () => {
  const source = seeded(22);
  const squares = sample(100_000, () => studentT(source, 10) ** 2);
  const fourth = (3 * 100) / (8 * 6);
  expect(Math.abs(meanZ(squares, 10 / 8, fourth - (10 / 8) ** 2))).toBeLessThan(4);
});

it("refuses ν ≤ 0", () => {
  expect(() => studentT(seeded(1), 0)).toThrow("degreesOfFreedom must lie in (0, ∞); got 0");
});
