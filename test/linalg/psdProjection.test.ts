import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {psdProjection} from "../../lib/linalg/psdProjection.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {randomSpd, symmetricWith, uniforms} from "./random.js";

describe("psdProjection", () => {
  const uniform = uniforms(11);
  const S = symmetricWith([-2, -0.5, 0, 1, 3], uniform);
  const P = psdProjection(S);
  const bound = 100 * 5 * Number.EPSILON * S.norm();

  it("splits S into positive and negative parts that are orthogonal", () => {
    const N = P.clone().sub(S);
    expect(symmetricEigen(P).values[0]).toBeGreaterThanOrEqual(-bound);
    expect(symmetricEigen(N).values[0]).toBeGreaterThanOrEqual(-bound);
    expect(P.mmul(N).norm()).toBeLessThanOrEqual(bound);
  });

  it("is nearer to S than other positive semidefinite matrices", () => {
    const distance = P.clone().sub(S).norm();
    expect(Math.abs(distance - Math.hypot(2, 0.5))).toBeLessThanOrEqual(bound);
    for (let i = 0; i < 50; i++) {
      const other = P.clone().add(randomSpd(5, 100, uniform).mul(0.01));
      expect(other.sub(S).norm()).toBeGreaterThan(distance);
    }
  });

  it("leaves a positive semidefinite matrix alone, and maps a negative one to zero", () => {
    const K = randomSpd(4, 10, uniform);
    expect(psdProjection(K).sub(K).norm()).toBeLessThanOrEqual(bound);
    expect(psdProjection(Matrix.eye(3).mul(-1)).norm()).toBe(0);
  });

  it("says what is wrong with its argument", () => {
    expect(() => psdProjection([[1, 2]])).toThrow("S must be n×n; got 1×2");
  });
});
