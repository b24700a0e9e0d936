import fc from "fast-check";
import {inverse} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {UnstableError} from "../../lib/check.js";
import {dampedNewtonCovariance} from "../../lib/stationary/dampedNewtonCovariance.js";
import {randomSpd, uniforms} from "../linalg/random.js";
import {parameterCovariance, recursion} from "./augmented.js";
import {cases} from "./cases.js";
import {relativeError} from "./relativeError.js";

describe("dampedNewtonCovariance", () => {
  it("is the fixed point of the recursion with Λ = λK⁻¹", () => {
    // K⁻¹ enters the twin rounded, so the bound carries K's condition; `margin` ≤ 1 − ρ; c = 100.
    fc.assert(
      fc.property(cases, ({n, hessian, noise, momentum, fraction}) => {
        fc.pre(fraction > 1e-3);
        const learningRate = fraction * 2 * (1 + momentum);
        const Sigma = dampedNewtonCovariance({hessian, noise, learningRate, momentum});
        const newton = inverse(hessian).mul(learningRate);
        const twin = parameterCovariance(recursion({hessian, noise, rate: newton, momentum}));
        const condition = hessian.norm() * inverse(hessian).norm();
        const margin = Math.min((1 - momentum) / 2, 1 - fraction, fraction);
        expect(relativeError(Sigma, twin)).toBeLessThanOrEqual(
          (100 * n * Number.EPSILON * condition) / margin
        );
        expect(Sigma.isSymmetric()).toBe(true);
      }),
      {seed: 4, numRuns: 150}
    );
  });

  it("is proportional to K⁻¹ for noise proportional to K, without regard to its spectrum", () => {
    const hessian = randomSpd(4, 1e3, uniforms(41));
    const [learningRate, momentum] = [2.5, 0.5];
    const Sigma = dampedNewtonCovariance({hessian, noise: hessian, learningRate, momentum});
    // (1+µ)/(1−µ) λ/(2(1+µ)−λ) = 3 · 2.5/0.5
    const exact = inverse(hessian).mul(15);
    expect(relativeError(Sigma, exact)).toBeLessThanOrEqual(100 * 4 * 1e3 * Number.EPSILON);
  });

  it("names the stability region", () => {
    const at = (learningRate: number) => () =>
      dampedNewtonCovariance({hessian: [[7]], noise: [[1]], learningRate, momentum: 0.5});
    expect(at(3)).toThrow(UnstableError);
    expect(at(3)).toThrow("learningRate must lie in (0, 2(1+momentum)) = (0, 3); got 3");
    expect(at(2.99)).not.toThrow();
    expect(() => dampedNewtonCovariance({hessian: [[0]], noise: [[1]], learningRate: 1})).toThrow(
      /hessian must be positive definite/
    );
  });
});
