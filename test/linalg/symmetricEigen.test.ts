import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {graded, randomOrthogonal, randomSpd, symmetricWith, uniforms} from "./random.js";

describe("symmetricEigen", () => {
  for (const n of [1, 2, 3, 10, 60, 90])
    it(`satisfies S V = V d with orthogonal V at n = ${n}`, () => {
      const uniform = uniforms(n);
      for (const S of [
        randomSpd(n, 1e8, uniform),
        symmetricWith(
          graded(n, 10).map((x, i) => (i % 2 ? -x : x)),
          uniform
        ),
        Matrix.eye(n),
        Matrix.zeros(n, n),
        Matrix.ones(n, n)
      ]) {
        const {values, vectors} = symmetricEigen(S);
        const bound = 20 * n * Number.EPSILON;
        const residual = S.mmul(vectors).sub(vectors.mmul(Matrix.diag(Array.from(values))));
        expect(residual.norm()).toBeLessThanOrEqual(bound * S.norm());
        const gram = vectors.transpose().mmul(vectors).sub(Matrix.eye(n));
        expect(gram.norm()).toBeLessThanOrEqual(bound * Math.sqrt(n));
        expect(Array.from(values)).toEqual(Array.from(values).sort((a, b) => a - b));
      }
    });

  it("gives small eigenvalues of a graded matrix to a few ε of themselves", () => {
    // [[1, x], [x, y]] has determinant y − x² exactly when the entries are powers of two.
    for (const power of [10, 20, 24]) {
      const x = 2 ** -power;
      const y = 3 * x * x;
      const {values} = symmetricEigen([
        [1, x],
        [x, y]
      ]);
      const half = (1 - y) / 2;
      const largest = (1 + y) / 2 + Math.sqrt(half * half + x * x);
      expect(Math.abs((values[0] * largest) / (y - x * x) - 1)).toBeLessThan(8 * Number.EPSILON);
    }
  });

  it("gives the determinant of a Hilbert matrix, condition 5e8, to 1e-14", () => {
    // 27720 times the Hilbert matrix of order 6 is an integer matrix; det H₆ = 1/186313420339200000.
    const S = Array.from({length: 6}, (_, i) =>
      Array.from({length: 6}, (_, j) => 27720 / (i + j + 1))
    );
    const {values} = symmetricEigen(S);
    const determinant = values.reduce((a, b) => a * b, 1);
    const exact = 27720 ** 6 / 186313420339200000;
    expect(Math.abs(determinant / exact - 1)).toBeLessThan(1e-14);
  });

  it("separates small eigenvalues that an absolute error ε‖S‖ would mix", () => {
    // Q diag(1, 2⁻³⁰, 2⁻³¹) Qᵀ with Q = I − 2vvᵀ, v = (1, 1, 1, 1)/2 and a fourth 1: exact in binary.
    const d = [1, 2 ** -30, 2 ** -31, 1];
    const q = (i: number, j: number) => (i === j ? 0.5 : -0.5);
    const S = d.map((_, i) =>
      d.map((_, j) => d.reduce((sum, x, k) => sum + q(i, k) * x * q(j, k), 0))
    );
    const {values, vectors} = symmetricEigen(S);
    expect(Math.abs(values[0] / 2 ** -31 - 1)).toBeLessThan(8 * Number.EPSILON);
    expect(Math.abs(values[1] / 2 ** -30 - 1)).toBeLessThan(8 * Number.EPSILON);
    for (let i = 0; i < 4; i++)
      expect(Math.abs(Math.abs(vectors.get(i, 0)) - 0.5)).toBeLessThan(8 * Number.EPSILON);
  });

  it("scales exactly with powers of two", () => {
    const S = randomSpd(5, 100, uniforms(5));
    const {values} = symmetricEigen(S);
    for (const power of [-900, 900, 1010]) {
      const scaled = symmetricEigen(S.clone().mul(2 ** power)).values;
      expect(Array.from(scaled, x => x * 2 ** -power)).toEqual(Array.from(values));
    }
  });

  it("finds the eigenvalues that it was given", () => {
    const uniform = uniforms(8);
    const v = randomOrthogonal(8, uniform);
    const d = [-3, -1, -1, 0, 1, 2, 2, 5];
    const {values} = symmetricEigen(v.mmul(Matrix.diag(d)).mmul(v.transpose()));
    for (const [i, x] of d.entries())
      expect(Math.abs(values[i] - x)).toBeLessThan(20 * 8 * Number.EPSILON * 5);
  });

  it("takes entries that are denormal beside the largest, or whose products are", () => {
    const tiny = [5e-324, 1e-320, 1e-301, 3e-160, 1e-117, 1e-19];
    const uniform = uniforms(17);
    for (let n = 2; n <= 5; n++)
      for (let round = 0; round < 400; round++) {
        const S = Matrix.zeros(n, n);
        for (let i = 0; i < n; i++)
          for (let j = 0; j <= i; j++) {
            const x =
              i === j && uniform() < 0.7 ? uniform() - 0.5 : tiny[Math.floor(6 * uniform())];
            S.set(i, j, x);
            S.set(j, i, x);
          }
        const {values, vectors} = symmetricEigen(S);
        const residual = S.mmul(vectors).sub(vectors.mmul(Matrix.diag(Array.from(values))));
        expect(residual.norm()).toBeLessThanOrEqual(20 * n * Number.EPSILON * S.norm());
      }
  });

  it("says what is wrong with its argument", () => {
    expect(() => symmetricEigen([])).toThrow(/S must be a non-empty matrix/);
    expect(() =>
      symmetricEigen([
        [1, 2],
        [3, 1]
      ])
    ).toThrow(/S must be symmetric/);
  });
});
