import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {UnstableError} from "../../lib/check.js";
import {linearRegressionCovariance} from "../../lib/stationary/linearRegressionCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {randomSpd, uniforms} from "../linalg/random.js";
import {fittedOrder} from "./fittedOrder.js";
import {relativeError} from "./relativeError.js";

/** E[xᵢxⱼxₖxₗ] for x ~ N(0, A), pairing by pairing. */
const fourth = (A: Matrix, i: number, j: number, k: number, l: number) =>
  A.get(i, j) * A.get(k, l) + A.get(i, k) * A.get(j, l) + A.get(i, l) * A.get(j, k);

/** One step of E[vvᵀ]: v ← v − (λ/b) Σ (x xᵀv − x e) over b fresh samples, moment by moment. */
function step(S: Matrix, A: Matrix, variance: number, b: number, rate: number): Matrix {
  const n = A.rows;
  const next = Matrix.zeros(n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      let same = variance * A.get(i, j);
      let twoSamples = 0;
      let mean = 0;
      for (let k = 0; k < n; k++) {
        mean += A.get(i, k) * S.get(k, j) + S.get(i, k) * A.get(k, j);
        for (let l = 0; l < n; l++) {
          same += fourth(A, i, k, l, j) * S.get(k, l);
          twoSamples += A.get(i, k) * S.get(k, l) * A.get(l, j);
        }
      }
      const second = same / b + (1 - 1 / b) * twoSamples;
      next.set(i, j, S.get(i, j) - rate * mean + rate * rate * second);
    }
  return next;
}

describe("linearRegressionCovariance", () => {
  it("is the fixed point of the second moment, iterated from zero", () => {
    for (let n = 1; n <= 5; n++)
      for (const batchSize of [1, 3, 100]) {
        const inputCovariance = randomSpd(n, 5, uniforms(n));
        const learningRate = 0.3 / n;
        const options = {inputCovariance, labelVariance: 0.7, batchSize, learningRate};
        const Sigma = linearRegressionCovariance(options);
        let S = Matrix.zeros(n, n);
        for (let t = 0; t < 4000; t++) S = step(S, inputCovariance, 0.7, batchSize, learningRate);
        // 1 − ρ ≥ λ·a_min = 0.06/n, from below: 4000 steps leave less than ε; c = 100.
        expect(relativeError(Sigma, S)).toBeLessThanOrEqual(
          (100 * n * Number.EPSILON) / (0.06 / n)
        );
        expect(Sigma.isSymmetric()).toBe(true);
      }
  });

  it("tends to SGD with C = σ²A/b for large batches, with first order in 1/b", () => {
    const inputCovariance = randomSpd(3, 10, uniforms(61));
    const order = fittedOrder([1000, 2000, 4000], batchSize =>
      relativeError(
        linearRegressionCovariance({
          inputCovariance,
          labelVariance: 2,
          batchSize,
          learningRate: 0.8
        }),
        sgdCovariance({
          hessian: inputCovariance,
          noise: inputCovariance.clone().mul(2 / batchSize),
          learningRate: 0.8
        })
      )
    );
    expect(Math.abs(order + 1)).toBeLessThan(0.05);
  });

  it("is λσ²/(2b − λ(b + 2)) in one dimension, with unit inputs", () => {
    for (const [b, rate] of [
      [1, 0.5],
      [4, 1.2]
    ]) {
      const options = {inputCovariance: [[1]], labelVariance: 3, batchSize: b, learningRate: rate};
      const exact = (3 * rate) / (2 * b - rate * (b + 2));
      const value = linearRegressionCovariance(options).get(0, 0);
      expect(Math.abs(value / exact - 1)).toBeLessThanOrEqual(20 * Number.EPSILON);
    }
  });

  it("vanishes without label noise", () => {
    const options = {inputCovariance: Matrix.eye(2), batchSize: 2, learningRate: 0.1};
    expect(linearRegressionCovariance({...options, labelVariance: 0}).norm()).toBe(0);
  });

  it("names the stability region, narrower than that of the mean", () => {
    const at = (learningRate: number) => () =>
      linearRegressionCovariance({
        inputCovariance: [[1]],
        labelVariance: 1,
        batchSize: 1,
        learningRate
      });
    expect(at(0.66)).not.toThrow();
    expect(at(0.67)).toThrow(UnstableError);
    expect(at(0.67)).toThrow(/learningRate must lie in \(0, .*\) = \(0, 0\.66666.*\); got 0\.67/);
    expect(() =>
      linearRegressionCovariance({
        inputCovariance: [[1]],
        labelVariance: -1,
        batchSize: 1,
        learningRate: 0.1
      })
    ).toThrow("labelVariance must lie in [0, ∞); got -1");
    expect(() =>
      linearRegressionCovariance({
        inputCovariance: [[0]],
        labelVariance: 1,
        batchSize: 1,
        learningRate: 0.1
      })
    ).toThrow(/inputCovariance must be positive definite/);
  });
});
