import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {lyapunovIntegral, matrixExponential} from "../../lib/linalg/lyapunovIntegral.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";

const A = new Matrix([
  [1, 3],
  [-2, 0.4]
]);
const Q = new Matrix([
  [2, 0.5],
  [0.5, 0.3]
]);

describe("matrixExponential", () => {
  it("turns by an angle, and adds up over times", () => {
    const turn = matrixExponential([
      [0, -2],
      [2, 0]
    ]);
    expect(turn.get(0, 0)).toBeCloseTo(Math.cos(2), 13);
    expect(turn.get(1, 0)).toBeCloseTo(Math.sin(2), 13);
    const halves = matrixExponential(A.clone().mul(0.5));
    expect(Matrix.sub(halves.mmul(halves), matrixExponential(A)).norm()).toBeLessThan(1e-12);
    expect(matrixExponential([[0]]).get(0, 0)).toBe(1);
  });
});

describe("lyapunovIntegral", () => {
  it("agrees with Runge and Kutta on S′ = Q − AS − SAᵀ", () => {
    const slope = (S: Matrix) => Matrix.sub(Matrix.sub(Q, A.mmul(S)), S.mmul(A.transpose()));
    let S = Matrix.zeros(2, 2);
    const h = 1e-3;
    for (let k = 0; k < 900; k++) {
      const a = slope(S);
      const b = slope(Matrix.add(S, a.clone().mul(h / 2)));
      const c = slope(Matrix.add(S, b.clone().mul(h / 2)));
      const d = slope(Matrix.add(S, c.clone().mul(h)));
      const sum = Matrix.add(Matrix.add(a, d), Matrix.add(b, c).mul(2));
      S = Matrix.add(S, sum.mul(h / 6));
    }
    expect(Matrix.sub(lyapunovIntegral(A, Q, 0.9), S).norm()).toBeLessThan(1e-11);
  });

  it("increases with time and is zero at none", () => {
    expect(lyapunovIntegral(A, Q, 0).norm()).toBeLessThan(1e-14);
    for (const t of [0.1, 0.5, 2]) {
      const more = Matrix.sub(lyapunovIntegral(A, Q, 1.3 * t), lyapunovIntegral(A, Q, t));
      expect(symmetricEigen(more).values[0]).toBeGreaterThan(0);
    }
    expect(() => lyapunovIntegral(A, Q, -1)).toThrow("time");
  });
});
