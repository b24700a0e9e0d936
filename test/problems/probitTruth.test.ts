import {expect, it} from "vitest";
import {fitLogisticRegression} from "../../lib/problems/fitLogisticRegression.js";
import {logisticRegression} from "../../lib/problems/logisticRegression.js";
import {misspecifiedLogit, noiseFromCurvature} from "../../lib/problems/probitTruth.js";
import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";

it("is what a fit of many samples finds", () => {
  const z = normals(uniforms({seed: 1, experiment: "probit truth", cell: "", replicate: 0}));
  const n = 20_000;
  const [s, g] = [1.2, 0.6];
  const x: number[][] = [];
  const y: number[] = [];
  for (let i = 0; i < n; i++) {
    const row = [z.next(), z.next()];
    const u = 0.6 * row[0] + 0.8 * row[1];
    x.push(row);
    y.push(s * u + g * (u * u - 1) + z.next() > 0 ? 1 : 0);
  }
  const {slope, noise, curvature} = misspecifiedLogit({length: s, square: g});
  const {weights} = fitLogisticRegression(x, y);
  // Standard error of an estimate, √(J/H²/n).
  const along = Math.sqrt(noise.along / curvature.along ** 2 / n);
  const across = Math.sqrt(noise.across / curvature.across ** 2 / n);
  expect(Math.abs(0.6 * weights[0] + 0.8 * weights[1] - slope)).toBeLessThan(4 * along);
  expect(Math.abs(0.8 * weights[0] - 0.6 * weights[1])).toBeLessThan(4 * across);
  const gradients = logisticRegression(x, y).sampleGradients(weights);
  const products = Array.from({length: n}, (_, i) => {
    const [a, b] = gradients.getRow(i);
    return (0.6 * a + 0.8 * b) ** 2;
  });
  const mean = products.reduce((p, q) => p + q, 0) / n;
  const error = Math.sqrt(products.reduce((p, q) => p + (q - mean) ** 2, 0) / n / n);
  expect(Math.abs(mean - noise.along)).toBeLessThan(4 * error);
});

it("tends to a well specified model as the labels tell less and less", () => {
  const {slope, noise, curvature} = misspecifiedLogit({length: 1e-3});
  // Φ(sz) ≈ ½ + sz/√(2π) and σ(cz) ≈ ½ + cz/4.
  expect(slope / 1e-3).toBeCloseTo(4 / Math.sqrt(2 * Math.PI), 5);
  for (const x of [noise.along, noise.across, curvature.along, curvature.across])
    expect(x).toBeCloseTo(0.25, 5);
});

it("puts noise and curvature within three percent of each other for every probit", () => {
  for (const length of [0.1, 0.5, 1, 2, 5, 8])
    for (const d of [1, 2, 5, 20]) {
      const distance = noiseFromCurvature(misspecifiedLogit({length}), d);
      expect(distance).toBeLessThan(d === 1 ? 0.17 : 0.025);
    }
  expect(noiseFromCurvature(misspecifiedLogit({length: 2, square: 1}), 2)).toBeGreaterThan(0.2);
});

it("names what it cannot use", () => {
  expect(() => misspecifiedLogit({length: 0})).toThrow(/length/);
  expect(() => misspecifiedLogit({length: 1, square: -1})).toThrow(/square/);
});
