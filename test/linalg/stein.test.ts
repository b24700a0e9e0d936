import {Matrix, solve} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {NoSolutionError} from "../../lib/check.js";
import {stein} from "../../lib/linalg/stein.js";
import {randomMatrix, uniforms} from "./random.js";

const rectangle = (m: number, n: number, uniform: () => number) =>
  randomMatrix(Math.max(m, n), uniform).subMatrix(0, m - 1, 0, n - 1);

describe("stein", () => {
  it("is the solution of the mn linear equations that X = AXB + Q stands for", () => {
    for (const [m, n] of [
      [1, 1],
      [2, 4],
      [5, 3],
      [4, 4]
    ]) {
      const uniform = uniforms(10 * m + n);
      const [A, B, Q] = [
        randomMatrix(m, uniform),
        randomMatrix(n, uniform).mul(3),
        rectangle(m, n, uniform)
      ];
      const system = Matrix.eye(m * n).sub(A.kroneckerProduct(B.transpose()));
      const x = solve(system, Matrix.columnVector(Q.to1DArray()));
      const X = new Matrix(
        Array.from({length: m}, (_, i) => x.to1DArray().slice(i * n, i * n + n))
      );
      expect(stein(A, B, Q).sub(X).norm()).toBeLessThan(1e-11 * X.norm());
    }
  });

  it("is the sum of AᵏQBᵏ where both lie inside the unit disc", () => {
    const uniform = uniforms(3);
    const inside = (n: number) => {
      const A = randomMatrix(n, uniform);
      return A.mul(0.8 / A.norm());
    };
    const [A, B, Q] = [inside(6), inside(9), rectangle(6, 9, uniform)];
    let term = Q.clone();
    const sum = Q.clone();
    for (let k = 0; k < 400; k++) {
      term = A.mmul(term).mmul(B);
      sum.add(term);
    }
    expect(stein(A, B, Q).sub(sum).norm()).toBeLessThan(1e-13 * sum.norm());
  });

  it("leaves a small residual at order 40", () => {
    const uniform = uniforms(7);
    const [A, B, Q] = [
      randomMatrix(40, uniform),
      randomMatrix(30, uniform),
      rectangle(40, 30, uniform)
    ];
    const X = stein(A, B, Q);
    const residual = A.mmul(X).mmul(B).add(Q).sub(X).norm();
    const scale = (1 + A.norm() * B.norm()) * X.norm();
    expect(residual).toBeLessThanOrEqual(100 * 70 * Number.EPSILON * scale);
  });

  it("names a problem without solution and a shape that does not fit", () => {
    expect(() => stein([[2]], [[0.5]], [[1]])).toThrow(NoSolutionError);
    expect(() => stein([[1]], [[2]], [[1, 2]])).toThrow("Q must be 1×1; got 1×2");
  });
});
