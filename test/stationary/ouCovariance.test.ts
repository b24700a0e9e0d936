import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {UnstableError} from "../../lib/check.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {kroneckerContinuous} from "../linalg/kronecker.js";
import {randomSpd, uniforms} from "../linalg/random.js";
import {relativeError} from "./relativeError.js";

describe("ouCovariance", () => {
  it("solves KΣ + ΣK = λC for non-commuting K and C", () => {
    for (let n = 1; n <= 6; n++) {
      const uniform = uniforms(n);
      const hessian = randomSpd(n, 100, uniform);
      const noise = randomSpd(n, 10, uniform);
      const Sigma = ouCovariance({hessian, noise, learningRate: 7});
      const twin = kroneckerContinuous(hessian, noise.clone().mul(7));
      expect(relativeError(Sigma, twin)).toBeLessThanOrEqual(100 * n * Number.EPSILON * 100);
      expect(Sigma.isSymmetric()).toBe(true);
    }
  });

  it("is λ/2 C K⁻¹ for commuting K and C, and proportional to λ", () => {
    const of = (learningRate: number) =>
      ouCovariance({hessian: Matrix.diag([4, 2]), noise: Matrix.diag([1, 3]), learningRate});
    expect(of(0.5).to2DArray()).toEqual([
      [0.0625, 0],
      [0, 0.375]
    ]);
    expect(of(2).to2DArray()).toEqual(of(0.5).mul(4).to2DArray());
  });

  it("says what is wrong with its arguments", () => {
    const noise = Matrix.eye(2);
    const learningRate = 0.1;
    expect(() => ouCovariance({hessian: Matrix.zeros(2, 2), noise, learningRate})).toThrow(
      UnstableError
    );
    expect(() => ouCovariance({hessian: Matrix.eye(2), noise, learningRate: 0})).toThrow(
      "learningRate must lie in (0, ∞); got 0"
    );
    expect(() => ouCovariance({hessian: Matrix.eye(1), noise, learningRate})).toThrow(
      "noise must be 1×1; got 2×2"
    );
  });
});
