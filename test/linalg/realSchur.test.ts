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

/** Swaps in pairs, coupled in a circle by η: its eigenvalues cluster at ±1 (Day 1996). */
const day = (pairs: number, eta: number) =>
  new Matrix(
    Array.from({length: 2 * pairs}, (_, i) =>
      Array.from({length: 2 * pairs}, (_, j) => {
        if (j === (i ^ 1)) return 1;
        return i % 2 === 0 && j === (i + 2 * pairs - 1) % (2 * pairs) ? eta : 0;
      })
    )
  );
const hadamard = (order: number): Matrix =>
  order === 1
    ? Matrix.ones(1, 1)
    : new Matrix([
        [1, 1],
        [1, -1]
      ]).kroneckerProduct(hadamard(order / 2));
/** I plus entries of order `size`: as many eigenvalues as rows that nearly coincide. */
const nearIdentity = (n: number, size: number) =>
  randomMatrix(n, uniform).mul(size).add(Matrix.eye(n));

const matrices: [string, Matrix][] = [
  ...[1e-3, 1e-9, 1e-14].map((eta): [string, Matrix] => [
    `GenericLinearAlgebra.jl#29: Day's matrix, η = ${eta}`,
    day(4, eta)
  ]),
  ["mpmath#418: Hadamard's of order 8", hadamard(8)],
  ...[3, 6, 20, 50].flatMap(n =>
    [1e-15, 1e-12, 1e-9, 1e-4].map((size): [string, Matrix] => [
      `EISPACK hqr, differences of the diagonal: I + ${size}, n = ${n}`,
      nearIdentity(n, size)
    ])
  ),
  ["at the lower end of float64", randomMatrix(5, uniform).mul(1e-300)],
  ["at the upper end of float64", randomMatrix(5, uniform).mul(1e307)],
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
    const unit = 2 ** Math.floor(Math.log2(A.max() || 1));
    const [T, U] = [toMatrix(t, n).div(unit), toMatrix(u, n)];
    A.div(unit);
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
