import fc from "fast-check";
import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {continuousEscapeEfficiency} from "../../lib/escape/continuousEscapeEfficiency.js";
import {escapeEfficiency} from "../../lib/escape/escapeEfficiency.js";
import {randomDefinite} from "../noise/randomMatrices.js";

/** ½ Tr KΣ_t after iterating Σ ← (I − λK)Σ(I − λK) + λ²C from 0. */
function iterate(hessian: Matrix, noise: Matrix, learningRate: number, steps: number): number {
  const d = hessian.rows;
  const a = Matrix.eye(d).sub(Matrix.mul(hessian, learningRate));
  let covariance = Matrix.zeros(d, d);
  for (let t = 0; t < steps; t++)
    covariance = a
      .mmul(covariance)
      .mmul(a)
      .add(Matrix.mul(noise, learningRate ** 2));
  return hessian.mmul(covariance).trace() / 2;
}

describe("escapeEfficiency", () => {
  it("is ½ Tr KΣ_t of the iterated covariance, C arbitrary, stable or not: c·d·t·ε, c = 100", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 5}),
        fc.integer({min: 1, max: 1e6}),
        fc.double({min: 1e-3, max: 3, noNaN: true}),
        fc.integer({min: 0, max: 40}),
        (d, seed, learningRate, steps) => {
          const hessian = randomDefinite(d, seed);
          const noise = randomDefinite(d, seed + 1);
          const twin = iterate(hessian, noise, learningRate, steps);
          const value = escapeEfficiency({hessian, noise, learningRate, steps});
          expect(Math.abs(value - twin)).toBeLessThanOrEqual(
            100 * d * (steps + 1) * Number.EPSILON * Math.abs(twin)
          );
        }
      ),
      {numRuns: 100, seed: 5}
    );
  });

  it("holds at λk = 2 and λk = 1, at saddles, and for zero steps", () => {
    const noise = [[1]];
    const at = (learningRate: number, steps: number, k = 1) =>
      escapeEfficiency({hessian: [[k]], noise, learningRate, steps});
    expect(at(2, 7)).toBe(14);
    expect(at(1, 7)).toBe(0.5);
    expect(at(0.3, 0)).toBe(0);
    expect(at(0.3, 5, 0)).toBe(0);
    expect(at(0.3, 6, -0.5)).toBeCloseTo(
      iterate(new Matrix([[-0.5]]), new Matrix([[1]]), 0.3, 6),
      14
    );
    expect(() => at(3, 1e6)).toThrow("the mean loss exceeds the range of float64");
  });

  it("equals the continuous form at first order: one step, and λ → 0 at order 1", () => {
    const hessian = randomDefinite(3, 1);
    const noise = randomDefinite(3, 2);
    const one = escapeEfficiency({hessian, noise, learningRate: 0.4, steps: 1});
    expect(one).toBeCloseTo((0.4 ** 2 / 2) * hessian.mmul(noise).trace(), 13);
    const gap = (learningRate: number) => {
      const options = {hessian, noise, learningRate, steps: Math.round(1 / learningRate)};
      return escapeEfficiency(options) / continuousEscapeEfficiency(options) - 1;
    };
    expect(Math.log2(gap(1 / 64) / gap(1 / 128))).toBeGreaterThan(0.95);
    expect(Math.log2(gap(1 / 64) / gap(1 / 128))).toBeLessThan(1.05);
  });

  it("continuous: ½ Tr KΣ(s) of dw = −Kw ds + √(λC) dW, by quadrature of Σ(s)", () => {
    const k = [2, 0.5];
    const noise = [
      [2, 0.7],
      [0.7, 1]
    ];
    const lambda = 0.3;
    const t = 4.5;
    const n = 2000;
    const width = (lambda * t) / n;
    let wanted = 0;
    for (let i = 0; i < 2; i++)
      for (let q = 0; q < n; q++)
        wanted +=
          0.5 * k[i] * lambda * noise[i][i] * Math.exp(-2 * k[i] * (q + 0.5) * width) * width;
    const value = continuousEscapeEfficiency({
      hessian: Matrix.diag(k),
      noise,
      learningRate: lambda,
      steps: t
    });
    expect(Math.abs(value / wanted - 1)).toBeLessThan(1e-6);
  });

  it("refuses what it must", () => {
    const options = {hessian: [[1]], noise: [[1]], learningRate: 0.1, steps: 3};
    expect(() => escapeEfficiency({...options, learningRate: 0})).toThrow(
      /learningRate must lie in/
    );
    expect(() => escapeEfficiency({...options, steps: 1.5})).toThrow(/steps must be an integer/);
    expect(() => continuousEscapeEfficiency({...options, steps: -1})).toThrow(/steps must lie in/);
    expect(() =>
      escapeEfficiency({
        ...options,
        noise: [
          [1, 0],
          [0, 1]
        ]
      })
    ).toThrow(/noise must be 1×1/);
  });
});
