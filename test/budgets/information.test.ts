import fc from "fast-check";
import {CholeskyDecomposition, EigenvalueDecomposition, inverse, Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {effectiveDimension} from "../../lib/budgets/effectiveDimension.js";
import {fisherConditionNumber} from "../../lib/budgets/fisherConditionNumber.js";
import {fisherStrongConvexity} from "../../lib/budgets/fisherStrongConvexity.js";
import {NoSolutionError} from "../../lib/check.js";
import {randomDefinite} from "../noise/randomMatrices.js";

const geometric = Matrix.diag(Array.from({length: 10}, (_, i) => 100 ** (i / 9)));

describe("fisherConditionNumber and effectiveDimension", () => {
  it("are those of geomspace(1, 100, 10), the matrix of experiments 4 to 6", () => {
    expect(fisherConditionNumber(geometric)).toBeCloseTo(100, 10);
    expect(effectiveDimension(geometric)).toBeCloseTo(geometric.trace() / 100, 12);
  });

  it("do not change with the unit of F; κ·d_eff = Tr F/λmin; 1 ≤ d_eff ≤ d", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 7}), fc.integer({min: 1, max: 1e6}), (d, seed) => {
        const f = randomDefinite(d, seed);
        const scaled = Matrix.mul(f, 1e-7);
        const tolerance = 100 * d * Number.EPSILON * fisherConditionNumber(f);
        expect(Math.abs(fisherConditionNumber(scaled) / fisherConditionNumber(f) - 1)).toBeLessThan(
          tolerance
        );
        expect(Math.abs(effectiveDimension(scaled) / effectiveDimension(f) - 1)).toBeLessThan(
          tolerance
        );
        const smallest = 1 / maxEigenvalue(inverse(f));
        const product = fisherConditionNumber(f) * effectiveDimension(f);
        expect(Math.abs((product * smallest) / f.trace() - 1)).toBeLessThan(tolerance);
        expect(effectiveDimension(f)).toBeGreaterThanOrEqual(1);
        expect(effectiveDimension(f)).toBeLessThanOrEqual(d * (1 + tolerance));
      }),
      {numRuns: 40, seed: 8}
    );
  });

  it("are 1 and d for the identity, and rank 1 has effective dimension 1", () => {
    expect(fisherConditionNumber(Matrix.eye(5))).toBe(1);
    expect(effectiveDimension(Matrix.eye(5))).toBe(5);
    expect(
      effectiveDimension([
        [1, 1],
        [1, 1]
      ])
    ).toBeCloseTo(1, 14);
    expect(fisherConditionNumber([[3]])).toBe(1);
  });

  it("refuse a matrix that is no information matrix", () => {
    expect(() =>
      fisherConditionNumber([
        [1, 0],
        [0, 0]
      ])
    ).toThrow(NoSolutionError);
    expect(() =>
      fisherConditionNumber([
        [1, 0],
        [0, -1]
      ])
    ).toThrow(/positive definite/);
    expect(() =>
      effectiveDimension([
        [0, 0],
        [0, 0]
      ])
    ).toThrow(NoSolutionError);
    expect(() =>
      effectiveDimension([
        [1, 0],
        [0, -1]
      ])
    ).toThrow(/semi-definite/);
  });
});

describe("fisherStrongConvexity", () => {
  it("is the smallest generalised eigenvalue of ((FH + HF)/2, F), and at most λmin(H)", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 7}), fc.integer({min: 1, max: 1e6}), (d, seed) => {
        const h = randomDefinite(d, seed);
        const f = randomDefinite(d, seed + 7, 0.05);
        const lower = inverse(new CholeskyDecomposition(f).lowerTriangularMatrix);
        const product = Matrix.add(f.mmul(h), h.mmul(f)).div(2);
        const twin = -maxEigenvalue(lower.mmul(product).mmul(lower.transpose()).mul(-1));
        const value = fisherStrongConvexity(h, f);
        const tolerance = 100 * d * Number.EPSILON * h.norm() * fisherConditionNumber(f);
        expect(Math.abs(value - twin)).toBeLessThan(tolerance);
        expect(value).toBeLessThanOrEqual(-maxEigenvalue(Matrix.mul(h, -1)) + tolerance);
      }),
      {numRuns: 60, seed: 9}
    );
  });

  it("is λmin(H) when they commute, and does not change with the unit of F", () => {
    const h = Matrix.diag([3, 0.5, 2]);
    expect(fisherStrongConvexity(h, Matrix.diag([1, 100, 7]))).toBe(0.5);
    const f = randomDefinite(3, 4);
    expect(fisherStrongConvexity(h, Matrix.mul(f, 1e6))).toBeCloseTo(
      fisherStrongConvexity(h, f),
      10
    );
  });

  it("can be negative for a positive definite H", () => {
    expect(
      fisherStrongConvexity(
        [
          [2, 1],
          [1, 2]
        ],
        [
          [1, 0],
          [0, 100]
        ]
      )
    ).toBeCloseTo(-3.05, 13);
    expect(() => fisherStrongConvexity([[1]], [[0]])).toThrow(NoSolutionError);
    expect(() =>
      fisherStrongConvexity(
        [[1]],
        [
          [1, 0],
          [0, 1]
        ]
      )
    ).toThrow(/F must be 1×1/);
  });
});

function maxEigenvalue(m: Matrix): number {
  const s = Matrix.add(m, m.transpose()).div(2);
  return Math.max(...new EigenvalueDecomposition(s, {assumeSymmetric: true}).realEigenvalues);
}
