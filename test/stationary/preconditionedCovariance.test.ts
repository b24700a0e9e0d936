import fc from "fast-check";
import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {UnstableError} from "../../lib/check.js";
import {momentumCovariance} from "../../lib/stationary/momentumCovariance.js";
import {preconditionedCovariance} from "../../lib/stationary/preconditionedCovariance.js";
import {kroneckerContinuous} from "../linalg/kronecker.js";
import {randomOrthogonal, randomSpd, uniforms} from "../linalg/random.js";
import {parameterCovariance, recursion, spectralRadius} from "./augmented.js";
import {cases, largestEigenvalue} from "./cases.js";
import {expectFixedPoint} from "./expectFixedPoint.js";
import {fittedOrder} from "./fittedOrder.js";
import {relativeError} from "./relativeError.js";

describe("preconditionedCovariance", () => {
  const uniform = uniforms(23);
  const hessian = randomSpd(4, 30, uniform);
  const noise = randomSpd(4, 10, uniform);
  const shape = randomSpd(4, 20, uniform);

  it("is the fixed point of the recursion in (w, m), for Λ, K and C that do not commute", () => {
    let asked = 0;
    fc.assert(
      fc.property(cases, ({hessian, noise, preconditioner, momentum, fraction}) => {
        const largest = largestEigenvalue(preconditioner.mmul(hessian));
        const scaled = preconditioner.clone().mul((fraction * 2 * (1 + momentum)) / largest);
        const Sigma = preconditionedCovariance({
          hessian,
          noise,
          preconditioner: scaled,
          momentum
        });
        const r = recursion({hessian, noise, rate: scaled, momentum});
        if (expectFixedPoint(Sigma, r, 1 - fraction)) asked++;
      }),
      {seed: 3, numRuns: 300}
    );
    expect(asked).toBeGreaterThan(200);
  });

  it("keeps small curvatures that LᵀKL would lose when rounded", () => {
    // Strong momentum makes ρ ≈ 1 − 1e-3 at condition 1e5, so that 1/(1 − ρ) does not excuse the loss.
    for (let seed = 1; seed <= 20; seed++) {
      const steep = randomSpd(2, 1e5, uniforms(seed));
      const base = randomSpd(2, 100, uniforms(seed + 100));
      const momentum = 0.998;
      const preconditioner = base.div(largestEigenvalue(base.mmul(steep)));
      const noise = Matrix.eye(2);
      const Sigma = preconditionedCovariance({hessian: steep, noise, preconditioner, momentum});
      const r = recursion({hessian: steep, noise, rate: preconditioner, momentum});
      const bound = (20 * 2 * Number.EPSILON) / (1 - spectralRadius(r));
      expect(relativeError(Sigma, parameterCovariance(r))).toBeLessThanOrEqual(bound);
    }
  });

  it("is heavy ball for Λ = λI", () => {
    const momentum = 0.5;
    const Sigma = preconditionedCovariance({
      hessian,
      noise,
      preconditioner: Matrix.eye(4).mul(1.2),
      momentum
    });
    const plain = momentumCovariance({hessian, noise, learningRate: 1.2, momentum});
    expect(relativeError(Sigma, plain)).toBeLessThanOrEqual(100 * 4 * 30 * Number.EPSILON);
  });

  it("turns with the coordinates", () => {
    const u = randomOrthogonal(4, uniform);
    const turn = (X: Matrix) => {
      const y = u.mmul(X).mmul(u.transpose());
      return y.clone().add(y.transpose()).div(2);
    };
    const Sigma = preconditionedCovariance({hessian, noise, preconditioner: shape, momentum: 0.3});
    const turned = preconditionedCovariance({
      hessian: turn(hessian),
      noise: turn(noise),
      preconditioner: turn(shape),
      momentum: 0.3
    });
    expect(relativeError(turned, turn(Sigma))).toBeLessThanOrEqual(
      100 * 4 * 30 * 20 * Number.EPSILON
    );
  });

  it("tends to ΛKΣ + ΣKΛ = ΛCΛ/(1−µ) with first order", () => {
    const momentum = 0.25;
    const order = fittedOrder([0.004, 0.002, 0.001], scale => {
      const preconditioner = shape.clone().mul(scale);
      const q = preconditioner
        .mmul(noise)
        .mmul(preconditioner)
        .div(1 - momentum);
      return relativeError(
        preconditionedCovariance({hessian, noise, preconditioner, momentum}),
        kroneckerContinuous(preconditioner.mmul(hessian), q)
      );
    });
    expect(Math.abs(order - 1)).toBeLessThan(0.05);
  });

  it("names the stability region and what is not positive definite", () => {
    const call = (hessian: number[][], preconditioner: number[][]) => () =>
      preconditionedCovariance({hessian, noise: Matrix.eye(2), preconditioner, momentum: 0.5});
    const eye = [
      [1, 0],
      [0, 1]
    ];
    const flat = [
      [1, 1],
      [1, 1]
    ];
    const steep = [
      [4, 0],
      [0, 1]
    ];
    expect(call(eye, steep)).toThrow(UnstableError);
    expect(call(eye, steep)).toThrow(
      "preconditioner must keep every eigenvalue of preconditioner·hessian in (0, 2(1+momentum)) = (0, 3); got 4"
    );
    expect(call(flat, eye)).toThrow(/hessian must be positive definite/);
    expect(call(eye, flat)).toThrow(/preconditioner must be positive definite/);
    expect(call(eye, [[1]])).toThrow("preconditioner must be 2×2; got 1×1");
  });
});
