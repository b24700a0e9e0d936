import fc from "fast-check";
import {inverse, Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {UnstableError} from "../../lib/check.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {naturalGradientCovariance} from "../../lib/stationary/naturalGradientCovariance.js";
import {randomSpd, uniforms} from "../linalg/random.js";
import {parameterCovariance, recursion, spectralRadius} from "./augmented.js";
import {cases} from "./cases.js";
import {relativeError} from "./relativeError.js";

const symmetric = (X: Matrix) => X.clone().add(X.transpose()).div(2);

describe("naturalGradientCovariance", () => {
  it("is what the recursion with Λ = λ(KΣK)⁻¹ returns, for C that does not commute with K", () => {
    // Σ enters the twin through an inverse, hence K's condition κ twice; 1 − ρ as measured; c = 100.
    fc.assert(
      fc.property(cases, ({n, hessian, noise, momentum, fraction}) => {
        fc.pre(fraction > 1e-2);
        const learningRate = fraction;
        const Sigma = naturalGradientCovariance({hessian, noise, learningRate, momentum});
        const rate = symmetric(inverse(hessian.mmul(Sigma).mmul(hessian)).mul(learningRate));
        const r = recursion({hessian, noise, rate, momentum});
        const rho = spectralRadius(r);
        expect(rho).toBeLessThan(1);
        const condition = rate.norm() * inverse(rate).norm();
        expect(relativeError(Sigma, parameterCovariance(r))).toBeLessThanOrEqual(
          (100 * n * Number.EPSILON * condition) / (1 - rho)
        );
      }),
      {seed: 5, numRuns: 100}
    );
  });

  it("is symmetric positive definite and solves (104), for noise of any rank", () => {
    const uniform = uniforms(51);
    for (const c of [randomSpd(4, 10, uniform), Matrix.ones(4, 4), Matrix.zeros(4, 4)]) {
      const hessian = randomSpd(4, 100, uniform);
      const [learningRate, momentum] = [0.3, 0.4];
      const Sigma = naturalGradientCovariance({hessian, noise: c, learningRate, momentum});
      const KS = hessian.mmul(Sigma);
      const residual = KS.mmul(KS)
        .sub(KS.clone().mul(learningRate / (2 * (1 + momentum))))
        .sub(c.mmul(inverse(hessian)).mul(learningRate / (2 * (1 - momentum))));
      expect(residual.norm()).toBeLessThanOrEqual(100 * 4 * 100 * Number.EPSILON * KS.norm() ** 2);
      expect(Sigma.isSymmetric()).toBe(true);
      expect(symmetricEigen(Sigma).values[0]).toBeGreaterThan(0);
    }
  });

  it("is the fixed point with C = cKΣK for a noise ratio c", () => {
    const hessian = randomSpd(3, 50, uniforms(52));
    for (const [noiseRatio, momentum] of [
      [0.2, 0],
      [1, 0.5],
      [5, 0.9]
    ]) {
      const learningRate = 0.1;
      const Sigma = naturalGradientCovariance({hessian, noiseRatio, learningRate, momentum});
      const J = symmetric(hessian.mmul(Sigma).mmul(hessian));
      const rate = symmetric(inverse(J).mul(learningRate));
      const r = recursion({hessian, noise: J.clone().mul(noiseRatio), rate, momentum});
      const bound = (100 * 3 * 50 * Number.EPSILON) / (1 - spectralRadius(r));
      expect(relativeError(Sigma, parameterCovariance(r))).toBeLessThanOrEqual(bound);
      const again = naturalGradientCovariance({
        hessian,
        noise: J.mul(noiseRatio),
        learningRate,
        momentum
      });
      expect(relativeError(again, Sigma)).toBeLessThanOrEqual(100 * 3 * 50 * Number.EPSILON);
    }
  });

  it("has λ/(2(1+µ)) K⁻¹ without noise, at the end of the stability region", () => {
    const hessian = randomSpd(3, 50, uniforms(53));
    const [learningRate, momentum] = [0.1, 0.5];
    const Sigma = naturalGradientCovariance({hessian, noiseRatio: 0, learningRate, momentum});
    const exact = inverse(hessian).mul(learningRate / 3);
    expect(relativeError(Sigma, exact)).toBeLessThanOrEqual(100 * 3 * 50 * Number.EPSILON);
    const rate = symmetric(inverse(hessian.mmul(Sigma).mmul(hessian)).mul(learningRate));
    const rho = spectralRadius(recursion({hessian, noise: Matrix.zeros(3, 3), rate, momentum}));
    expect(Math.abs(rho - 1)).toBeLessThan(1e-10);
  });

  it("says what is wrong with its arguments", () => {
    const hessian = Matrix.eye(2);
    const learningRate = 0.1;
    const both = {hessian, learningRate, noise: hessian, noiseRatio: 1};
    expect(() => naturalGradientCovariance(both)).toThrow(/exactly one of noise and noiseRatio/);
    const neither = {hessian, learningRate} as unknown as typeof both;
    expect(() => naturalGradientCovariance(neither)).toThrow(/exactly one of/);
    expect(() => naturalGradientCovariance({hessian, learningRate, noiseRatio: -1})).toThrow(
      "noiseRatio must lie in [0, ∞); got -1"
    );
    expect(() =>
      naturalGradientCovariance({hessian: Matrix.zeros(2, 2), learningRate, noiseRatio: 1})
    ).toThrow(UnstableError);
    expect(() => naturalGradientCovariance({hessian, learningRate: -1, noiseRatio: 1})).toThrow(
      "learningRate must lie in (0, ∞); got -1"
    );
  });

  it("is for small steps √(λ/(2(1−µ))) times the geometric mean G of K⁻¹ and K⁻¹CK⁻¹: GKG = K⁻¹CK⁻¹", () => {
    const next = uniforms(7);
    for (const n of [1, 2, 3, 5])
      for (const momentum of [0, 0.5, 0.9]) {
        const [K, C] = [randomSpd(n, 20, next), randomSpd(n, 20, next)];
        const learningRate = 1e-12;
        const Sigma = naturalGradientCovariance({hessian: K, noise: C, learningRate, momentum});
        const G = Sigma.clone().mul(Math.sqrt((2 * (1 - momentum)) / learningRate));
        const sandwich = inverse(K).mmul(C).mmul(inverse(K));
        expect(relativeError(G.mmul(K).mmul(G), sandwich)).toBeLessThan(1e-4);
      }
  });

  it("is λK⁻¹/2 for every noise where J is the second moment of the noisy gradient, without momentum", () => {
    const next = uniforms(11);
    for (const n of [1, 2, 3, 5])
      for (const size of [1e-3, 1, 1e3]) {
        const [K, C] = [randomSpd(n, 20, next), randomSpd(n, 20, next).mul(size)];
        const learningRate = 0.7;
        const Sigma = inverse(K).mul(learningRate / 2);
        const second = Matrix.add(K.mmul(Sigma).mmul(K), C);
        const rate = symmetric(inverse(second).mul(learningRate));
        const r = recursion({hessian: K, noise: C, rate, momentum: 0});
        expect(relativeError(Sigma, parameterCovariance(r))).toBeLessThan(1e-8);
      }
  });
});
