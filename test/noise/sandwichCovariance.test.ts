import fc from "fast-check";
import {inverse, Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {NoSolutionError} from "../../lib/check.js";
import {godambeInformation} from "../../lib/noise/godambeInformation.js";
import {sandwichCovariance} from "../../lib/noise/sandwichCovariance.js";
import {randomDefinite} from "./randomMatrices.js";

const shapes = fc.tuple(fc.integer({min: 1, max: 8}), fc.integer({min: 1, max: 1e6}));

/** Residuals relative to the product of norms; c = 100, times d·ε·condition². */
const bound = (d: number) => 100 * d * Number.EPSILON * 1e3;

describe("sandwichCovariance and godambeInformation", () => {
  it("solve HΣH = G and are each other's inverse", () => {
    fc.assert(
      fc.property(shapes, ([d, seed]) => {
        const h = randomDefinite(d, seed);
        const g = randomDefinite(d, seed + 1);
        const sandwich = sandwichCovariance(h, g);
        expect(h.mmul(sandwich).mmul(h).sub(g).norm() / g.norm()).toBeLessThan(bound(d));
        const product = godambeInformation(h, g).mmul(sandwich);
        expect(product.sub(Matrix.eye(d)).norm()).toBeLessThan(bound(d));
        expect(sandwich.isSymmetric()).toBe(true);
        const twin = inverse(h).mmul(g).mmul(inverse(h));
        expect(twin.sub(sandwich).norm() / sandwich.norm()).toBeLessThan(bound(d));
      }),
      {numRuns: 60, seed: 6}
    );
  });

  it("are F⁻¹ and F where G = H = F", () => {
    const f = randomDefinite(4, 9);
    expect(sandwichCovariance(f, f).sub(inverse(f)).norm()).toBeLessThan(bound(4));
    expect(godambeInformation(f, f).sub(f).norm()).toBeLessThan(bound(4));
  });

  it("refuse a singular H or G, and shapes that do not match", () => {
    expect(() =>
      sandwichCovariance(
        [
          [1, 1],
          [1, 1]
        ],
        [
          [1, 0],
          [0, 1]
        ]
      )
    ).toThrow(NoSolutionError);
    expect(() =>
      godambeInformation(
        [
          [1, 0],
          [0, 1]
        ],
        [
          [1, 1],
          [1, 1]
        ]
      )
    ).toThrow(NoSolutionError);
    expect(() =>
      sandwichCovariance(
        [[1]],
        [
          [1, 0],
          [0, 1]
        ]
      )
    ).toThrow(/G must be 1×1/);
    expect(() =>
      sandwichCovariance(
        [
          [1, 2],
          [0, 1]
        ],
        [
          [1, 0],
          [0, 1]
        ]
      )
    ).toThrow(/H must be symmetric/);
  });
});
