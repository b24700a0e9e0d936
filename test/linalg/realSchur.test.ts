import {EigenvalueDecomposition, Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {toDense, toMatrix} from "../../lib/linalg/dense.js";
import {diagonalBlocks, eigenvalues} from "../../lib/linalg/quasiTriangular.js";
import {realSchur} from "../../lib/linalg/realSchur.js";
import {graded, randomMatrix, randomSpd, uniforms} from "./random.js";

const uniform = uniforms(71);
const shift = (n: number) =>
  new Matrix(
    Array.from({length: n}, (_, i) => Array.from({length: n}, (_, j) => +(j === (i + 1) % n)))
  );

const matrices: [string, Matrix][] = [
  ...[1, 2, 3, 4, 7, 20, 60].map((n): [string, Matrix] => [
    `random ${n}`,
    randomMatrix(n, uniform)
  ]),
  ["zero", Matrix.zeros(4, 4)],
  ["cyclic shift, eigenvalues on a circle", shift(12)],
  ["ones", Matrix.ones(9, 9)],
  ["symmetric", randomSpd(8, 1e8, uniform)],
  ["graded", randomMatrix(8, uniform).mmul(Matrix.diag(graded(8, 1e12)))],
  ["nilpotent", Matrix.from1DArray(3, 3, [1, 1, 1, -1, -1, -1, 0, 1, 0])],
  ["tiny", randomMatrix(5, uniform).mul(1e-150)]
];

describe("realSchur", () => {
  it.each(matrices)("gives A = U T Uᵀ with orthogonal U and quasi-triangular T: %s", (_, A) => {
    const n = A.rows;
    const {t, u} = realSchur(toDense(A), n);
    const [T, U] = [toMatrix(t, n), toMatrix(u, n)];
    const bound = 20 * n * Number.EPSILON;
    expect(U.mmul(T).mmul(U.transpose()).sub(A).norm()).toBeLessThanOrEqual(bound * A.norm());
    expect(U.transpose().mmul(U).sub(Matrix.eye(n)).norm()).toBeLessThanOrEqual(bound);
    const blockOf: number[] = [];
    for (const {start, size} of diagonalBlocks(t, n))
      for (let i = start; i < start + size; i++) blockOf[i] = start;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < i; j++) if (blockOf[i] !== blockOf[j]) expect(T.get(i, j)).toBe(0);
  });

  it("finds the eigenvalues that another solver finds", () => {
    for (const n of [2, 5, 12, 30]) {
      const A = randomMatrix(n, uniform);
      const {t} = realSchur(toDense(A), n);
      const other = new EigenvalueDecomposition(A);
      for (const {re, im} of eigenvalues(t, n)) {
        const nearest = Math.min(
          ...other.realEigenvalues.map((x, i) =>
            Math.hypot(x - re, other.imaginaryEigenvalues[i] - im)
          )
        );
        expect(nearest).toBeLessThan(1e-11); // condition of the eigenvalues of random matrices: < 1e3
      }
    }
  });
});
