import {Matrix} from "ml-matrix";
import {expect, test} from "vitest";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {gradientCovariance} from "../../lib/noise/gradientCovariance.js";
import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {randomDefinite} from "./randomMatrices.js";

const z = normals(uniforms({seed: 2, experiment: "estimated directions", cell: "", replicate: 0}));
const white = (m: number, d: number) =>
  Array.from({length: m}, () => Array.from({length: d}, () => z.next()));
const colour = (factor: Matrix, rows: number[][]) =>
  rows.map(row => factor.mmul(Matrix.columnVector(row)).to1DArray());
/** A factor of a G whose axes are not the coordinates', and whose first axis has κ times the variance. */
const factorOf = (d: number, kappa: number) => {
  const factor = Matrix.from1DArray(d, d, white(d, d).flat());
  for (let i = 0; i < d; i++) factor.set(i, 0, factor.get(i, 0) * Math.sqrt(kappa));
  return factor;
};

test.each([1, 1e3, 1e6])("κ = %f: every direction has the relative error √(2/(m−1))", kappa => {
  const m = 200;
  const runs = 600;
  const scale = [Math.sqrt(kappa), 1, 1];
  const errors = Array.from({length: runs}, () => {
    const found = gradientCovariance(white(m, 3).map(row => row.map((x, i) => scale[i] * x)));
    return scale.map((s, i) => (found.get(i, i) / (s * s) - 1) ** 2);
  });
  for (let i = 0; i < 3; i++) {
    const mean = errors.reduce((sum, e) => sum + e[i] / runs, 0);
    const variance = errors.reduce((sum, e) => sum + (e[i] - mean) ** 2 / (runs - 1), 0);
    expect(Math.abs(mean - 2 / (m - 1)) / Math.sqrt(variance / runs)).toBeLessThan(4);
  }
});

test("eigenvalues and κ are off by no more than those of white noise's estimate", () => {
  for (const d of [2, 3, 6])
    for (const kappa of [1, 1e2, 1e4]) {
      const factor = factorOf(d, kappa);
      const rows = white(4 * d, d);
      const of = (matrix: Matrix) => symmetricEigen(matrix).values;
      const noise = of(gradientCovariance(rows));
      const truth = of(factor.mmul(factor.transpose()));
      const found = of(gradientCovariance(colour(factor, rows)));
      found.forEach((x, k) => {
        expect(x / truth[k]).toBeGreaterThan(noise[0] * (1 - 1e-6));
        expect(x / truth[k]).toBeLessThan(noise[d - 1] * (1 + 1e-6));
      });
      const ratio = found[d - 1] / found[0] / (truth[d - 1] / truth[0]);
      expect(Math.abs(Math.log(ratio))).toBeLessThan(Math.log(noise[d - 1] / noise[0]) + 1e-6);
    }
});

test("a G between two multiples of another gives a Σ between the same multiples", () => {
  for (const d of [2, 3, 5])
    for (const size of [0.1, 1, 1.9]) {
      const factor = factorOf(d, 100);
      const rows = white(6 * d, d);
      const w = symmetricEigen(gradientCovariance(rows)).values;
      const hessian = randomDefinite(d, 7 + d);
      const learningRate = size / symmetricEigen(hessian).values[d - 1];
      const ellipse = (noise: Matrix) => sgdCovariance({hessian, noise, learningRate});
      const truth = ellipse(factor.mmul(factor.transpose()));
      const found = ellipse(gradientCovariance(colour(factor, rows)));
      const slack = -1e-10 * truth.norm();
      const below = Matrix.sub(found, Matrix.mul(truth, w[0]));
      const above = Matrix.sub(Matrix.mul(truth, w[d - 1]), found);
      expect(symmetricEigen(below).values[0]).toBeGreaterThan(slack);
      expect(symmetricEigen(above).values[0]).toBeGreaterThan(slack);
    }
});
