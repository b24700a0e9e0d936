import fc from "fast-check";
import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {UnstableError} from "../../lib/check.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {randomSpd, uniforms} from "../linalg/random.js";
import {parameterCovariance, recursion, spectralRadius} from "./augmented.js";
import {fittedOrder} from "./fittedOrder.js";
import {relativeError} from "./relativeError.js";

const eye = (n: number) => Matrix.eye(n);

describe("sgdCovariance", () => {
  it("is the fixed point of the recursion, for noise that does not commute with the Hessian", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 6}),
        fc.integer({min: 1, max: 1e6}),
        fc.double({min: 0.001, max: 0.999, noNaN: true}),
        fc.integer({min: 0, max: 3}),
        (n, seed, fraction, decades) => {
          const uniform = uniforms(seed);
          const hessian = randomSpd(n, 10 ** decades, uniform);
          const noise = randomSpd(n, 100, uniform);
          const learningRate = 2 * fraction;
          const r = recursion({hessian, noise, rate: learningRate, momentum: 0});
          const rho = spectralRadius(r);
          const Sigma = sgdCovariance({hessian, noise, learningRate});
          expect(relativeError(Sigma, parameterCovariance(r))).toBeLessThanOrEqual(
            (100 * n * Number.EPSILON) / (1 - rho)
          );
          expect(Sigma.isSymmetric()).toBe(true);
        }
      ),
      {seed: 3, numRuns: 100}
    );
  });

  it("tends to the continuous solution with first order in the learning rate", () => {
    const uniform = uniforms(5);
    const hessian = randomSpd(4, 10, uniform);
    const noise = randomSpd(4, 10, uniform);
    const order = fittedOrder([0.02, 0.01, 0.005, 0.0025], learningRate =>
      relativeError(
        sgdCovariance({hessian, noise, learningRate}),
        ouCovariance({hessian, noise, learningRate})
      )
    );
    expect(Math.abs(order - 1)).toBeLessThan(0.05);
  });

  it("has the closed form λC[K(2 − λK)]⁻¹ for commuting K and C", () => {
    const k = [1, 0.1, 0.01];
    const c = [2, 3, 0];
    const Sigma = sgdCovariance({
      hessian: Matrix.diag(k),
      noise: Matrix.diag(c),
      learningRate: 1.9
    });
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 3; j++) {
        const exact = i === j ? (1.9 * c[i]) / (k[i] * (2 - 1.9 * k[i])) : 0;
        expect(Math.abs(Sigma.get(i, j) - exact)).toBeLessThanOrEqual(8 * Number.EPSILON * exact);
      }
  });

  it("is λC/(k(2 − λk)) for K = kI, whatever C", () => {
    const noise = randomSpd(5, 1e4, uniforms(6));
    const Sigma = sgdCovariance({hessian: eye(5).mul(3), noise, learningRate: 0.5});
    const exact = noise.clone().mul(0.5 / (3 * (2 - 1.5)));
    expect(relativeError(Sigma, exact)).toBeLessThanOrEqual(8 * Number.EPSILON);
  });

  it("takes noise of any rank", () => {
    const hessian = randomSpd(3, 10, uniforms(7));
    const one = new Matrix([
      [1, 2, 3],
      [2, 4, 6],
      [3, 6, 9]
    ]);
    const r = recursion({hessian, noise: one, rate: 0.3, momentum: 0});
    const Sigma = sgdCovariance({hessian, noise: one, learningRate: 0.3});
    expect(relativeError(Sigma, parameterCovariance(r))).toBeLessThan(1e-13);
    const none = sgdCovariance({hessian, noise: Matrix.zeros(3, 3), learningRate: 0.3});
    expect(none.norm()).toBe(0);
  });

  it("names the stability region", () => {
    const hessian = [
      [100, 0],
      [0, 1]
    ];
    for (const learningRate of [0.02, 0.05, 0, -0.01])
      expect(() => sgdCovariance({hessian, noise: eye(2), learningRate})).toThrow(UnstableError);
    expect(() => sgdCovariance({hessian, noise: eye(2), learningRate: 0.05})).toThrow(
      "learningRate must lie in (0, 2/λmax) = (0, 0.02); got 0.05"
    );
    expect(() => sgdCovariance({hessian, noise: eye(2), learningRate: Number.NaN})).toThrow(
      "got NaN"
    );
  });

  it.each([
    [
      "singular",
      [
        [1, 1],
        [1, 1]
      ]
    ],
    [
      "zero",
      [
        [0, 0],
        [0, 0]
      ]
    ],
    [
      "indefinite",
      [
        [1, 2],
        [2, 1]
      ]
    ],
    [
      "negative",
      [
        [-1, 0],
        [0, -1]
      ]
    ]
  ])("refuses a Hessian that is not positive definite: %s", (_, hessian) => {
    const call = () => sgdCovariance({hessian, noise: eye(2), learningRate: 0.1});
    expect(call).toThrow(UnstableError);
    expect(call).toThrow(/hessian must be positive definite; got eigenvalues from/);
  });

  it("says what is wrong with its matrices", () => {
    const noise = eye(2);
    expect(() => sgdCovariance({hessian: [], noise, learningRate: 1})).toThrow(/hessian must be/);
    expect(() => sgdCovariance({hessian: eye(3), noise, learningRate: 1})).toThrow(
      "noise must be 3×3; got 2×2"
    );
    expect(() =>
      sgdCovariance({
        hessian: eye(2),
        noise: [
          [1, 2],
          [2, 1]
        ],
        learningRate: 1
      })
    ).toThrow(/noise must be positive semidefinite/);
  });
});
