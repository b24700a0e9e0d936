import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {NoSolutionError} from "../../lib/check.js";
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

  it("names a problem without solution and a shape that does not fit", () => {
    expect(() => sylvester([[1]], [[-1]], [[1]])).toThrow(NoSolutionError);
    expect(() => sylvester([[1]], [[1]], [[1, 2]])).toThrow("Q must be 1×1; got 1×2");
  });
});
