import {inverse, Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {continuousLyapunov} from "../../lib/linalg/continuousLyapunov.js";
import {discreteLyapunov} from "../../lib/linalg/discreteLyapunov.js";
import reference from "./fixtures/lyapunov.json" with {type: "json"};
import {randomSpd, uniforms} from "./random.js";

/** The largest error of an entry, relative to √(XᵢᵢXⱼⱼ), in units of ε: scales apart are held apart. */
function worstError(got: Matrix, want: number[][]): number {
  let worst = 0;
  for (const [i, row] of want.entries())
    for (const [j, x] of row.entries()) {
      const size = Math.sqrt(want[i][i]) * Math.sqrt(want[j][j]);
      worst = Math.max(worst, Math.abs(got.get(i, j) - x) / size / Number.EPSILON);
    }
  return worst;
}

describe("Lyapunov equations at the edges of what they accept, against 200 digits, c = 8", () => {
  it.each(reference.continuous)("A X + X Aᵀ = Q: $name", ({A, Q, X}) => {
    expect(worstError(continuousLyapunov(A, Q), X)).toBeLessThanOrEqual(8);
  });

  it.each(reference.discrete)("X = A X Aᵀ + Q: $name", ({A, Q, X}) => {
    expect(worstError(discreteLyapunov(A, Q), X)).toBeLessThanOrEqual(8);
  });

  it.each([20, 50])(
    "MatrixEquations.jl's habit: K⁻¹K of a random K is I up to rounding, n = %i",
    n => {
      for (let seed = 1; seed <= 10; seed++) {
        const K = randomSpd(n, 1e6, uniforms(seed));
        const X = continuousLyapunov(inverse(K).mmul(K), Matrix.eye(n));
        expect(X.sub(Matrix.eye(n).mul(0.5)).norm()).toBeLessThan(1e-6);
      }
    }
  );
});

describe("what they do not accept is said in the units of the argument", () => {
  it("with the bound that separates singular from regular", () => {
    expect(() =>
      continuousLyapunov(
        [
          [1e-200, 0],
          [0, -1e-200]
        ],
        Matrix.eye(2)
      )
    ).toThrow(/needs \|λi \+ λj\| > 10nε‖A‖ = 6\.\d+e-215 for all eigenvalues of A; got .*1e-200/);
    expect(() => discreteLyapunov([[1 - 2 ** -53]], [[1]])).toThrow(
      /needs \|1 − λi λj\| > 10nε·max\(1, \|λi\|, \|λj\|\) = 2\.2\d+e-15 for all/
    );
    expect(() =>
      continuousLyapunov(
        [
          [1.7e308, 0],
          [0, -1e308]
        ],
        Matrix.eye(2)
      )
    ).toThrow(/got -1e\+308$/);
  });

  it("with a solution beyond float64 named as such", () => {
    expect(() => continuousLyapunov([[1e-200]], [[1e200]])).toThrow(/beyond the range of float64/);
    expect(() =>
      discreteLyapunov(
        [
          [0.5, 1e200],
          [0, 0.5]
        ],
        Matrix.eye(2)
      )
    ).toThrow(/beyond the range of float64/);
  });
});

describe("variances", () => {
  it("are never negative where Q is positive semidefinite and a variance is zero up to rounding", () => {
    // Q = uuᵀ with u an eigenvector of A without first entry: X₁₁ = 0, whatever rounding makes of it.
    const Q = [
      [0, 0, 0],
      [0, 1, -1],
      [0, -1, 1]
    ];
    for (let k = 0; k < 50; k++) {
      const [a, b] = [3 + k / 7, 1 + k / 11];
      const A = [
        [a, b, b],
        [b / 3, a, b],
        [b / 3, b, a]
      ];
      const X = continuousLyapunov(A, Q);
      for (let i = 0; i < 3; i++) expect(X.get(i, i)).toBeGreaterThanOrEqual(0);
    }
  });
});
