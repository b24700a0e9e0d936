import {inverse, type Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {symmetricSqrt} from "../../lib/linalg/symmetricSqrt.js";
import {adamCovariance} from "../../lib/stationary/adamCovariance.js";
import {randomSpd, uniforms} from "../linalg/random.js";
import {parameterCovariance, recursion} from "./augmented.js";
import {relativeError} from "./relativeError.js";

const symmetric = (X: Matrix) => X.clone().add(X.transpose()).div(2);

describe("adamCovariance", () => {
  it("is what the recursion with Λ = λ(KΣK + C)^−½ returns, whatever K", () => {
    for (let n = 1; n <= 5; n++)
      for (const noiseRatio of [0.3, 1, 4]) {
        const learningRate = 0.2;
        const hessian = randomSpd(n, 30, uniforms(n));
        const Sigma = adamCovariance({learningRate, noiseRatio, dimension: n});
        const J = symmetric(hessian.mmul(Sigma).mmul(hessian));
        const root = symmetricSqrt(J.clone().mul(1 + noiseRatio));
        const r = recursion({
          hessian,
          noise: J.mul(noiseRatio),
          rate: symmetric(inverse(root).mul(learningRate)),
          momentum: 0
        });
        // Λ has the condition of K, 30, and ΛK = 2/(1+c) I, so 1 − ρ ≥ 0.4 here; c = 100.
        expect(relativeError(parameterCovariance(r), Sigma)).toBeLessThanOrEqual(
          (100 * n * 30 * Number.EPSILON) / 0.4
        );
      }
  });

  it("says what is wrong with its arguments", () => {
    const options = {learningRate: 0.1, noiseRatio: 1, dimension: 2};
    expect(() => adamCovariance({...options, dimension: 0})).toThrow(
      "dimension must be an integer ≥ 1; got 0"
    );
    expect(() => adamCovariance({...options, noiseRatio: -1})).toThrow(/noiseRatio must lie in/);
    expect(() => adamCovariance({...options, learningRate: 0})).toThrow(/learningRate must lie/);
  });
});
