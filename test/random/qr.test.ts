import fc from "fast-check";
import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {qr} from "../../lib/random/numpy/qr.js";
import fixture from "./fixtures/numpy.json" with {type: "json"};

const square = (n: number) =>
  fc.array(fc.array(fc.double({min: -10, max: 10, noNaN: true}), {minLength: n, maxLength: n}), {
    minLength: n,
    maxLength: n
  });

describe("qr", () => {
  it("has NumPy's signs and values", () => {
    const {a, q, r} = fixture.replay;
    const {Q, R} = qr(a);
    // c·n·ε·‖·‖, times the condition number of a, 40
    const tolerance = 40 * 10 * Number.EPSILON * new Matrix(a).norm();
    expect(Matrix.sub(Q, new Matrix(q)).norm()).toBeLessThan(tolerance);
    expect(Matrix.sub(R, new Matrix(r)).norm()).toBeLessThan(tolerance);
  });

  it("is orthogonal times triangular", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 8}).chain(square), A => {
        const n = A.length;
        const {Q, R} = qr(A);
        const bound = 10 * n * Number.EPSILON;
        expect(Matrix.sub(Q.transpose().mmul(Q), Matrix.eye(n)).norm()).toBeLessThan(bound * n);
        const residual = Matrix.sub(Q.mmul(R), new Matrix(A)).norm();
        expect(residual).toBeLessThanOrEqual(bound * n * new Matrix(A).norm());
        for (let i = 0; i < n; i++)
          for (let j = 0; j < i; j++) expect(Math.abs(R.get(i, j))).toBe(0);
      }),
      {numRuns: 300, seed: 7}
    );
  });

  it("takes singular and one-dimensional matrices", () => {
    expect(qr([[-3]]).R.get(0, 0)).toBe(-3);
    const {Q, R} = qr(Matrix.zeros(3, 3));
    expect(Q.to2DArray()).toEqual(Matrix.eye(3).to2DArray());
    expect(R.norm()).toBe(0);
    expect(() => qr([[1, 2]])).toThrow("A must be n×n; got 1×2");
  });
});
