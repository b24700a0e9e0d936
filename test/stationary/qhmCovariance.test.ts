import fc from "fast-check";
import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {UnstableError} from "../../lib/check.js";
import {momentumCovariance} from "../../lib/stationary/momentumCovariance.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {qhmCovariance} from "../../lib/stationary/qhmCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {randomSpd, uniforms} from "../linalg/random.js";
import {recursion} from "./augmented.js";
import {cases, largestEigenvalue} from "./cases.js";
import {expectFixedPoint} from "./expectFixedPoint.js";
import {fittedOrder} from "./fittedOrder.js";
import {relativeError} from "./relativeError.js";

describe("qhmCovariance", () => {
  const uniform = uniforms(22);
  const hessian = randomSpd(4, 30, uniform);
  const noise = randomSpd(4, 10, uniform);

  it("is the fixed point of the recursion in (w, m)", () => {
    let asked = 0;
    fc.assert(
      fc.property(cases, ({hessian, noise, momentum, nu, fraction}) => {
        const learningRate =
          (fraction * 2 * (1 + momentum)) /
          ((1 + momentum - 2 * momentum * nu) * largestEigenvalue(hessian));
        const Sigma = qhmCovariance({hessian, noise, learningRate, momentum, nu});
        const r = recursion({hessian, noise, rate: learningRate, momentum, nu, damped: true});
        if (expectFixedPoint(Sigma, r, 1 - fraction)) asked++;
      }),
      {seed: 2, numRuns: 300}
    );
    expect(asked).toBeGreaterThan(200);
  });

  it("is heavy ball at rate λ(1−µ) for ν = 1, and tends to it linearly", () => {
    const [learningRate, momentum] = [1.1, 0.7];
    const ball = momentumCovariance({
      hessian,
      noise,
      learningRate: learningRate * (1 - momentum),
      momentum
    });
    const of = (nu: number) => qhmCovariance({hessian, noise, learningRate, momentum, nu});
    expect(relativeError(of(1), ball)).toBeLessThanOrEqual(100 * 4 * Number.EPSILON);
    expect(qhmCovariance({hessian, noise, learningRate, momentum}).to2DArray()).toEqual(
      of(1).to2DArray()
    );
    const order = fittedOrder([2e-3, 1e-3, 5e-4], x => relativeError(of(1 - x), ball));
    expect(Math.abs(order - 1)).toBeLessThan(0.05);
  });

  it("is SGD at rate λ for ν = 0 or µ = 0, and tends to it linearly", () => {
    const learningRate = 1.1;
    const plain = sgdCovariance({hessian, noise, learningRate});
    const of = (momentum: number, nu: number) =>
      qhmCovariance({hessian, noise, learningRate, momentum, nu});
    const bound = 100 * 4 * Number.EPSILON;
    expect(relativeError(of(0.7, 0), plain)).toBeLessThanOrEqual(bound);
    expect(relativeError(of(0, 0.4), plain)).toBeLessThanOrEqual(bound);
    const inNu = fittedOrder([2e-4, 1e-4, 5e-5], nu => relativeError(of(0.7, nu), plain));
    const inMomentum = fittedOrder([2e-4, 1e-4, 5e-5], mu => relativeError(of(mu, 0.4), plain));
    expect(Math.abs(inNu - 1)).toBeLessThan(0.05);
    expect(Math.abs(inMomentum - 1)).toBeLessThan(0.05);
  });

  it("tends to the continuous solution at rate λ with first order", () => {
    const order = fittedOrder([0.004, 0.002, 0.001, 0.0005], learningRate =>
      relativeError(
        qhmCovariance({hessian, noise, learningRate, momentum: 0.6, nu: 0.3}),
        ouCovariance({hessian, noise, learningRate})
      )
    );
    expect(Math.abs(order - 1)).toBeLessThan(0.05);
  });

  it("commutes with K if C does, and is a multiple of C for K = kI", () => {
    const options = {learningRate: 1.5, momentum: 0.5, nu: 0.7};
    const Sigma = qhmCovariance({hessian, noise: hessian.mmul(hessian), ...options});
    const commutator = hessian.mmul(Sigma).sub(Sigma.mmul(hessian)).norm();
    expect(commutator).toBeLessThanOrEqual(100 * 4 * Number.EPSILON * Sigma.norm());
    const scalar = qhmCovariance({hessian: [[1]], noise: [[1]], ...options}).get(0, 0);
    const same = qhmCovariance({hessian: Matrix.eye(4), noise, ...options});
    expect(relativeError(same, noise.clone().mul(scalar))).toBeLessThanOrEqual(
      100 * 4 * Number.EPSILON
    );
  });

  it("names the stability region", () => {
    const at = (learningRate: number, momentum: number, nu: number) => () =>
      qhmCovariance({hessian: [[10]], noise: [[1]], learningRate, momentum, nu});
    expect(at(0.41, 0.5, 0.5)).toThrow(UnstableError);
    expect(at(0.41, 0.5, 0.5)).toThrow(
      "learningRate must lie in (0, 2(1+momentum)/((1+momentum−2·momentum·nu)λmax)) = (0, 0.3); got 0.41"
    );
    expect(at(0.29, 0.5, 0.5)).not.toThrow();
    expect(at(0.1, 0.5, 1.1)).toThrow("nu must lie in [0, 1]; got 1.1");
    expect(at(0.1, 1, 0.5)).toThrow("momentum must lie in [0, 1); got 1");
  });
});
