import fc from "fast-check";
import {inverse, Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {UnstableError} from "../../lib/check.js";
import {approximationError} from "../../lib/stationary/approximationError.js";
import {parameterCovariance, recursion, spectralRadius} from "./augmented.js";
import {cases, largestEigenvalue} from "./cases.js";

describe("approximationError", () => {
  it("is ½ Tr KΣ at the fixed point of the recursion", () => {
    fc.assert(
      fc.property(cases, ({n, hessian, noise, momentum, fraction}) => {
        const learningRate = (fraction * 2 * (1 + momentum)) / largestEigenvalue(hessian);
        const r = recursion({hessian, noise, rate: learningRate, momentum});
        const rho = spectralRadius(r);
        fc.pre(rho < 1 - 1e-6);
        const twin = hessian.mmul(parameterCovariance(r)).trace() / 2;
        const value = approximationError({hessian, noise, learningRate, momentum});
        expect(Math.abs(value / twin - 1)).toBeLessThanOrEqual(
          (100 * n * Number.EPSILON) / Math.min(1 - rho, 1 - fraction)
        );
      }),
      {seed: 6, numRuns: 150}
    );
  });

  it("is theorem 5's trace, for C that does not commute with K", () => {
    const hessian = new Matrix([
      [2, 1],
      [1, 3]
    ]);
    const noise = new Matrix([
      [1, -0.5],
      [-0.5, 4]
    ]);
    const [learningRate, momentum] = [0.6, 0.3];
    const inner = Matrix.eye(2).sub(hessian.clone().mul(learningRate / (2 * (1 + momentum))));
    const exact = (learningRate / (4 * (1 - momentum))) * inverse(inner).mmul(noise).trace();
    const value = approximationError({hessian, noise, learningRate, momentum});
    expect(Math.abs(value / exact - 1)).toBeLessThanOrEqual(100 * 2 * Number.EPSILON);
  });

  it("names the stability region", () => {
    const options = {hessian: [[100]], noise: [[1]], learningRate: 0.02};
    expect(() => approximationError(options)).toThrow(UnstableError);
    expect(approximationError({...options, momentum: 0.5})).toBeGreaterThan(0);
  });
});
