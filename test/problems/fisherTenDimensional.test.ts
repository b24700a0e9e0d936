import {Matrix} from "ml-matrix";
import {expect, it} from "vitest";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {fisherTenDimensional, lowerFactor} from "../../lib/problems/fisherTenDimensional.js";

it("holds two noises of one trace, the anisotropic with eigenvalues in equal ratios from ½ to 5", () => {
  const {curvatures, noise} = fisherTenDimensional();
  expect([curvatures[0], curvatures[9]]).toEqual([1, 100]);
  const traces = [noise.anisotropic, noise.isotropic].map(G => new Matrix(G).trace());
  expect(Math.abs(traces[0] / traces[1] - 1)).toBeLessThan(20 * Number.EPSILON);
  const {values} = symmetricEigen(noise.anisotropic);
  for (const [k, value] of values.entries())
    expect(Math.abs(value / (0.5 * 10 ** (k / 9)) - 1)).toBeLessThan(1e-13);
});

it("factors a noise covariance", () => {
  const {anisotropic} = fisherTenDimensional().noise;
  const L = new Matrix(lowerFactor(anisotropic).lower);
  const G = new Matrix(anisotropic);
  expect(L.mmul(L.transpose()).sub(G).norm()).toBeLessThan(20 * Number.EPSILON * G.norm());
  expect(L.get(0, 9)).toBe(0);
});
