import {expect, it} from "vitest";
import {correlatedMisfit} from "../../lib/problems/correlatedMisfit.js";
import {misspecifiedLogit, noiseFromCurvature} from "../../lib/problems/probitTruth.js";
import {normalCdf} from "../../lib/statistics/normal.js";

const equicorrelated = (d: number, r: number) =>
  Array.from({length: d}, (_, i) => Array.from({length: d}, (_, j) => (i === j ? 1 : r)));
const stretched = (d: number, scale: number) =>
  Array.from({length: d}, (_, i) =>
    Array.from({length: d}, (_, j) => (i === j ? (i === 0 ? scale ** 2 : 1) : 0))
  );
const lengths = [0.1, 0.5, 1, 1.5, 2, 3, 5, 8];
const relative = (x: number, y: number) => Math.abs(x / y - 1);
const scaledTo = (length: number, covariance: number[][], weights: number[]) => {
  const norm = Math.sqrt(
    covariance.flat().reduce((sum, s, k) => {
      const d = weights.length;
      return sum + s * weights[Math.floor(k / d)] * weights[k % d];
    }, 0)
  );
  return {covariance, weights: weights.map(w => (w * length) / norm)};
};

it("is the distance for independent features where the covariance is I", () => {
  for (const length of lengths)
    expect(correlatedMisfit(scaledTo(length, stretched(5, 1), [1, 2, 0, -1, 1])).all).toBeCloseTo(
      noiseFromCurvature(misspecifiedLogit({length}), 5),
      12
    );
});

it("is what sums over a grid of the plane find", () => {
  const covariance = [
    [1, 0.9],
    [0.9, 1]
  ];
  const weights = [1.2, 0.4];
  const points: {x: number; y: number; weight: number}[] = [];
  for (let x = -7; x <= 7; x += 0.1)
    for (let y = -7; y <= 7; y += 0.1) {
      const square = (x * x - 1.8 * x * y + y * y) / 0.19;
      points.push({x, y, weight: Math.exp(-square / 2)});
    }
  const fit = [2, 0.7];
  const logistic = (u: number) => 1 / (1 + Math.exp(-u));
  const mean = (f: (x: number, y: number) => number[]) => {
    const sums = [0, 0, 0];
    for (const {x, y, weight} of points)
      for (const [k, v] of f(x, y).entries()) sums[k] += weight * v;
    return sums;
  };
  const truth = (x: number, y: number) => normalCdf(weights[0] * x + weights[1] * y);
  const bend = (x: number, y: number) => {
    const p = logistic(fit[0] * x + fit[1] * y);
    return [x * x, x * y, y * y].map(v => v * p * (1 - p));
  };
  for (let k = 0; k < 12; k++) {
    const [g, h] = mean((x, y) => {
      const miss = logistic(fit[0] * x + fit[1] * y) - truth(x, y);
      return [miss * x, miss * y];
    });
    const [a, b, c] = mean(bend);
    fit[0] -= (c * g - b * h) / (a * c - b * b);
    fit[1] -= (a * h - b * g) / (a * c - b * b);
  }
  const H = mean(bend);
  const J = mean((x, y) => {
    const p = logistic(fit[0] * x + fit[1] * y);
    const q = truth(x, y);
    return [x * x, x * y, y * y].map(v => v * (q * (1 - p) ** 2 + (1 - q) * p * p));
  });
  const norm = ([a, b, c]: number[], off: number) => Math.sqrt(a * a + off * b * b + c * c);
  const gap = H.map((h, k) => h - J[k]);
  const {all, diagonal} = correlatedMisfit({covariance, weights});
  expect(all).toBeCloseTo(norm(gap, 2) / norm(J, 2), 6);
  expect(diagonal).toBeCloseTo(norm(gap, 0) / norm(J, 0), 6);
});

it("never exceeds the larger distance of the two eigenvalues, below 0.171 for every probit", () => {
  for (const length of lengths) {
    const {noise, curvature} = misspecifiedLogit({length});
    const bound = Math.max(
      relative(curvature.along, noise.along),
      relative(curvature.across, noise.across)
    );
    expect(bound).toBeLessThan(0.171);
    for (const covariance of [equicorrelated(5, 0.9), stretched(5, 10), stretched(3, 1000)])
      for (const first of [1, 0.01, 0]) {
        const weights = covariance.map((_, i) => (i === 0 ? first : 1));
        const {all, diagonal} = correlatedMisfit(scaledTo(length, covariance, weights));
        expect(Math.max(all, diagonal)).toBeLessThanOrEqual(bound * (1 + 1e-12));
      }
  }
});

it("passes the sampling error of 800 batches where features are correlated or unequal", () => {
  const together = correlatedMisfit(scaledTo(2, equicorrelated(5, 0.9), [1, 1, 1, 1, 1]));
  expect(together.all).toBeGreaterThan(0.1);
  expect(together.diagonal).toBeGreaterThan(0.05);
  const stiff = correlatedMisfit(scaledTo(4, stretched(5, 10), [1, 0, 0, 0, 0]));
  expect(stiff.diagonal).toBeGreaterThan(0.13);
});
