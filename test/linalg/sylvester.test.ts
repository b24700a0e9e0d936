import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {NoSolutionError} from "../../lib/check.js";
import {stein} from "../../lib/linalg/stein.js";
import {sylvester} from "../../lib/linalg/sylvester.js";
import {randomMatrix, uniforms} from "./random.js";

describe("sylvester", () => {
  it("leaves a small residual for rectangular unknowns", () => {
    for (const [m, n] of [
      [1, 1],
      [2, 5],
      [7, 3],
      [20, 30]
    ]) {
      const uniform = uniforms(10 * m + n);
      const A = randomMatrix(m, uniform).add(Matrix.eye(m).mul(Math.sqrt(m)));
      const B = randomMatrix(n, uniform).add(Matrix.eye(n).mul(Math.sqrt(n)));
      const Q = randomMatrix(Math.max(m, n), uniform).subMatrix(0, m - 1, 0, n - 1);
      const X = sylvester(A, B, Q);
      const residual = A.mmul(X).add(X.mmul(B)).sub(Q).norm();
      const scale = (A.norm() + B.norm()) * X.norm();
      expect(residual).toBeLessThanOrEqual(100 * (m + n) * Number.EPSILON * scale);
    }
  });

  it("is right entry by entry where units are far apart, and so is stein", () => {
    const M = new Matrix([
      [4, 1, 2],
      [-1, 3, 1],
      [0.5, 2, 5]
    ]);
    const graded = (powers: number[], by: number) =>
      new Matrix(
        M.to2DArray().map((row, i) => row.map((x, j) => (x / by) * 2 ** (powers[i] - powers[j])))
      );
    const size = (m: Matrix) => Matrix.abs(m);
    for (const [p, q] of [
      [
        [-33, 0, 33],
        [0, 0, 0]
      ],
      [
        [-33, 0, 33],
        [40, -40, 0]
      ],
      [
        [60, 0, -60],
        [-33, 0, 33]
      ]
    ])
      for (const unit of [1, 1e-160, 1e160]) {
        const Q = Matrix.eye(3).mul(unit);
        const [A, B] = [graded(p, 1), graded(q, 1)];
        const X = sylvester(A, B, Q);
        const left = A.mmul(X).add(X.mmul(B)).sub(Q);
        const terms = size(A)
          .mmul(size(X))
          .add(size(X).mmul(size(B)));
        const [C, D] = [graded(p, 10), graded(q, 10)];
        const Y = stein(C, D, Q);
        const rest = Y.clone().sub(C.mmul(Y).mmul(D)).sub(Q);
        const whole = size(Y).add(size(C).mmul(size(Y)).mmul(size(D)));
        for (let i = 0; i < 3; i++)
          for (let j = 0; j < 3; j++) {
            expect(Math.abs(left.get(i, j)) / terms.get(i, j)).toBeLessThan(64 * Number.EPSILON);
            expect(Math.abs(rest.get(i, j)) / whole.get(i, j)).toBeLessThan(64 * Number.EPSILON);
          }
      }
  });

  it("names a problem without solution and a shape that does not fit", () => {
    expect(() => sylvester([[1]], [[-1]], [[1]])).toThrow(NoSolutionError);
    expect(() => sylvester([[1]], [[1]], [[1, 2]])).toThrow("Q must be 1×1; got 1×2");
  });
});
