import fc from "fast-check";
import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {UnstableError} from "../../lib/check.js";
import {momentumCovariance} from "../../lib/stationary/momentumCovariance.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {randomSpd, uniforms} from "../linalg/random.js";
import {recursion} from "./augmented.js";
import {cases, largestEigenvalue} from "./cases.js";
import {expectFixedPoint} from "./expectFixedPoint.js";
import {fittedOrder} from "./fittedOrder.js";
import {relativeError} from "./relativeError.js";

describe("momentumCovariance", () => {
  const uniform = uniforms(21);
  const hessian = randomSpd(4, 30, uniform);
  const noise = randomSpd(4, 10, uniform);

  it("is the fixed point of the recursion in (w, m)", () => {
    let asked = 0;
    fc.assert(
      fc.property(cases, ({hessian, noise, momentum, fraction}) => {
        const learningRate = (fraction * 2 * (1 + momentum)) / largestEigenvalue(hessian);
        const Sigma = momentumCovariance({hessian, noise, learningRate, momentum});
        const r = recursion({hessian, noise, rate: learningRate, momentum});
        if (expectFixedPoint(Sigma, r, 1 - fraction)) asked++;
      }),
      {seed: 1, numRuns: 300}
    );
    expect(asked).toBeGreaterThan(200);
  });

  it("satisfies (7) of the finite-rate paper", () => {
    const [learningRate, momentum] = [1.3, 0.4];
    const S = momentumCovariance({hessian, noise, learningRate, momentum});
    const k = hessian.clone().mul(learningRate);
    const both = (X: Matrix) => X.clone().add(X.transpose());
    const left = both(k.mmul(S))
      .mul(1 - momentum)
      .sub(
        k
          .mmul(S)
          .mmul(k)
          .mul((1 + momentum ** 2) / (1 - momentum ** 2))
      )
      .add(both(k.mmul(k).mmul(S)).mul(momentum / (1 - momentum ** 2)));
    const right = noise.clone().mul(learningRate ** 2);
    expect(left.sub(right).norm()).toBeLessThanOrEqual(100 * 4 * Number.EPSILON * S.norm());
  });

  it("is SGD without momentum, to the last bit, and tends to it linearly", () => {
    const learningRate = 0.7;
    const plain = sgdCovariance({hessian, noise, learningRate});
    expect(momentumCovariance({hessian, noise, learningRate}).to2DArray()).toEqual(
      plain.to2DArray()
    );
    const order = fittedOrder([0.002, 0.001, 0.0005], momentum =>
      relativeError(momentumCovariance({hessian, noise, learningRate, momentum}), plain)
    );
    expect(Math.abs(order - 1)).toBeLessThan(0.05);
  });

  it("tends to the continuous solution at rate λ/(1−µ) with first order", () => {
    const momentum = 0.6;
    const order = fittedOrder([0.004, 0.002, 0.001, 0.0005], learningRate =>
      relativeError(
        momentumCovariance({hessian, noise, learningRate, momentum}),
        ouCovariance({hessian, noise, learningRate: learningRate / (1 - momentum)})
      )
    );
    expect(Math.abs(order - 1)).toBeLessThan(0.05);
  });

  it("has the closed form (8) for commuting K and C, and for K = kI whatever C", () => {
    const [learningRate, momentum] = [0.8, 0.8];
    const closed = (k: number) => {
      const x = (learningRate * k) / (1 + momentum);
      return learningRate ** 2 / (1 - momentum ** 2) / (x * (2 - x));
    };
    const k = [4, 1, 0.25];
    const Sigma = momentumCovariance({
      hessian: Matrix.diag(k),
      noise: Matrix.diag([1, 2, 3]),
      learningRate,
      momentum
    });
    const exact = Matrix.diag(k.map((x, i) => (i + 1) * closed(x)));
    expect(relativeError(Sigma, exact)).toBeLessThanOrEqual(100 * 3 * Number.EPSILON);
    const same = momentumCovariance({hessian: Matrix.eye(4), noise, learningRate, momentum});
    const scaled = noise.clone().mul(closed(1));
    expect(relativeError(same, scaled)).toBeLessThanOrEqual(100 * 4 * Number.EPSILON);
  });

  it("does not underflow at tiny learning rates", () => {
    const learningRate = 1e-200;
    const Sigma = momentumCovariance({hessian, noise, learningRate, momentum: 0.5});
    const limit = ouCovariance({hessian, noise, learningRate: learningRate / 0.5});
    expect(relativeError(Sigma.mul(1e200), limit.mul(1e200))).toBeLessThanOrEqual(1e-13);
  });

  it("names the stability region", () => {
    const at = (learningRate: number, momentum: number) => () =>
      momentumCovariance({hessian: [[100]], noise: [[1]], learningRate, momentum});
    expect(at(0.05, 0.5)).toThrow(UnstableError);
    expect(at(0.05, 0.5)).toThrow(
      "learningRate must lie in (0, 2(1+momentum)/λmax) = (0, 0.03); got 0.05"
    );
    expect(at(0.029, 0.5)).not.toThrow();
    expect(at(0.01, 1)).toThrow("momentum must lie in [0, 1); got 1");
    expect(at(0.01, -0.1)).toThrow("momentum must lie in [0, 1); got -0.1");
  });
});
