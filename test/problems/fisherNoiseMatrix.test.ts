import {EigenvalueDecomposition, Matrix} from "ml-matrix";
import {expect, it} from "vitest";
import {geomspace} from "../../lib/elementary/geomspace.js";
import {fisherNoiseMatrix} from "../../lib/problems/fisherNoiseMatrix.js";
import {default_rng} from "../../lib/random/numpy.js";
import fixture from "../random/fixtures/numpy.json" with {type: "json"};

it("is NumPy's matrix to rounding, symmetric, with the eigenvalues that the paper states", () => {
  const G = fisherNoiseMatrix();
  // c·n·ε·‖G‖, times the condition number of the normals, 40
  const tolerance = 40 * 10 * Number.EPSILON * G.norm();
  expect(Matrix.sub(G, new Matrix(fixture.replay.noise)).norm()).toBeLessThan(tolerance);
  expect(G.to2DArray()).toEqual(G.transpose().to2DArray());
  const eigenvalues = new EigenvalueDecomposition(G).realEigenvalues.sort((a, b) => a - b);
  for (const [i, value] of geomspace(0.5, 5, 10).entries())
    expect(Math.abs(eigenvalues[i]! - value)).toBeLessThan(tolerance);
});

it("meets what the paper prints of it: Tr(G⋆ H⁻¹) ≈ 5.41", () => {
  const G = fisherNoiseMatrix();
  const trace = geomspace(1, 100, 10).reduce((sum, h, i) => sum + G.get(i, i) / h, 0);
  expect(trace.toFixed(2)).toBe("5.41");
});

it("takes a hundred normals from its generator", () => {
  const generator = default_rng(7);
  fisherNoiseMatrix(generator);
  const twin = default_rng(7);
  twin.standard_normal(100);
  expect(generator.random()).toBe(twin.random());
});
