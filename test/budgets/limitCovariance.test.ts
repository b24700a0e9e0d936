import fc from "fast-check";
import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {polyakRuppertCovariance} from "../../lib/budgets/polyakRuppertCovariance.js";
import {robbinsMonroCovariance} from "../../lib/budgets/robbinsMonroCovariance.js";
import {NoSolutionError, UnstableError} from "../../lib/check.js";
import {randomDefinite} from "../noise/randomMatrices.js";

const shapes = fc.tuple(fc.integer({min: 1, max: 6}), fc.integer({min: 1, max: 1e6}));

describe("robbinsMonroCovariance", () => {
  it("solves (η₀H − ½I)V + V(η₀H − ½I) = η₀²N, residual c·d·ε, c = 100", () => {
    fc.assert(
      fc.property(shapes, ([d, seed]) => {
        const hessian = randomDefinite(d, seed);
        const noise = randomDefinite(d, seed + 3);
        const eta0 = 2;
        const v = robbinsMonroCovariance({hessian, noise, eta0});
        const a = Matrix.mul(hessian, eta0).sub(Matrix.eye(d).mul(0.5));
        const residual = Matrix.add(a.mmul(v), v.mmul(a)).sub(Matrix.mul(noise, eta0 ** 2));
        expect(residual.norm() / (a.norm() * v.norm())).toBeLessThan(100 * d * Number.EPSILON);
        expect(v.isSymmetric()).toBe(true);
      }),
      {numRuns: 40, seed: 2}
    );
  });

  it("is the limit of T·Cov of the recursion itself, with an error that falls like 1/T", () => {
    const hessian = randomDefinite(3, 5);
    const noise = randomDefinite(3, 6);
    const eta0 = 3;
    const limit = robbinsMonroCovariance({hessian, noise, eta0});
    let covariance = Matrix.zeros(3, 3);
    const error: number[] = [];
    for (let t = 1; t <= 16000; t++) {
      const eta = eta0 / (t + 20);
      const a = Matrix.eye(3).sub(Matrix.mul(hessian, eta));
      covariance = a
        .mmul(covariance)
        .mmul(a)
        .add(Matrix.mul(noise, eta ** 2));
      if (t === 4000 || t === 16000)
        error.push(Matrix.mul(covariance, t).sub(limit).norm() / limit.norm());
    }
    expect(error[1]).toBeLessThan(0.01);
    expect(error[0] / error[1]).toBeGreaterThan(3.2);
  });

  it("throws where η₀λmin ≤ ½, and says from where on it would not", () => {
    const hessian = [
      [2, 0],
      [0, 1]
    ];
    const noise = [
      [1, 0],
      [0, 1]
    ];
    expect(() => robbinsMonroCovariance({hessian, noise, eta0: 0.5})).toThrow(UnstableError);
    expect(() => robbinsMonroCovariance({hessian, noise, eta0: 0.5})).toThrow(
      "eta0 must lie in (1/(2λmin), ∞) = (0.5, ∞); got 0.5"
    );
    expect(() => robbinsMonroCovariance({hessian: [[-1]], noise: [[1]], eta0: 1})).toThrow(
      UnstableError
    );
    expect(() => robbinsMonroCovariance({hessian, noise, eta0: 0})).toThrow(/eta0/);
  });
});

describe("polyakRuppertCovariance", () => {
  it("is the limit of T·Cov(θ̄_T) for a constant step on a quadratic, by propagating (θ, Σθ)", () => {
    const hessian = randomDefinite(2, 15);
    const noise = randomDefinite(2, 16);
    const eta = 0.3;
    const steps = 20000;
    const d = 2;
    const step = Matrix.eye(2 * d);
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++) {
        const a = (i === j ? 1 : 0) - eta * hessian.get(i, j);
        step.set(i, j, a);
        step.set(d + i, j, a);
      }
    const input = Matrix.zeros(2 * d, 2 * d);
    for (let i = 0; i < 2 * d; i++)
      for (let j = 0; j < 2 * d; j++) input.set(i, j, eta ** 2 * noise.get(i % d, j % d));
    let covariance = Matrix.zeros(2 * d, 2 * d);
    for (let t = 0; t < steps; t++)
      covariance = step.mmul(covariance).mmul(step.transpose()).add(input);
    const measured = covariance.subMatrix(d, 2 * d - 1, d, 2 * d - 1).div(steps);
    const limit = polyakRuppertCovariance({hessian, noise});
    expect(measured.sub(limit).norm() / limit.norm()).toBeLessThan(30 / steps);
  });

  it("is below every Robbins–Monro limit in the Loewner order", () => {
    fc.assert(
      fc.property(shapes, fc.double({min: 1.7, max: 20, noNaN: true}), ([d, seed], eta0) => {
        const hessian = randomDefinite(d, seed);
        const noise = randomDefinite(d, seed + 1);
        const excess = robbinsMonroCovariance({hessian, noise, eta0}).sub(
          polyakRuppertCovariance({hessian, noise})
        );
        for (let i = 0; i < d; i++)
          expect(excess.get(i, i)).toBeGreaterThan(-1e-10 * excess.norm() - 1e-12);
      }),
      {numRuns: 40, seed: 3}
    );
  });

  it("refuses a Hessian that is not positive definite", () => {
    expect(() => polyakRuppertCovariance({hessian: [[-1]], noise: [[1]]})).toThrow(UnstableError);
    expect(() =>
      polyakRuppertCovariance({
        hessian: [
          [1, 0],
          [0, 1e-17]
        ],
        noise: [
          [1, 0],
          [0, 1]
        ]
      })
    ).toThrow(NoSolutionError);
  });
});
