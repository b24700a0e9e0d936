import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {gradientCovariance} from "../../lib/noise/gradientCovariance.js";
import {linearRegression} from "../../lib/problems/linearRegression.js";
import {logisticRegression} from "../../lib/problems/logisticRegression.js";
import {probitRegression} from "../../lib/problems/probitRegression.js";
import type {Problem} from "../../lib/problems/problem.js";
import {quadratic} from "../../lib/problems/quadratic.js";
import {smallNetwork} from "../../lib/problems/smallNetwork.js";
import {inverseMillsRatio, logNormalCdf} from "../../lib/statistics/inverseMillsRatio.js";
import {randomDefinite} from "../noise/randomMatrices.js";
import {uniformSource} from "../statistics/uniformSource.js";
import {checkProblem} from "./checkProblem.js";

function data(n: number, d: number, seed: number) {
  const source = uniformSource(seed);
  const table = (columns: number) =>
    Array.from({length: n}, () => Array.from({length: columns}, () => source.normal()));
  return {
    x: table(d),
    binary: Array.from({length: n}, () => (source.next() < 0.5 ? 1 : 0)),
    real: Array.from({length: n}, () => source.normal()),
    weights: (count: number) => Array.from({length: count}, () => source.normal())
  };
}

const problems: Record<string, (n: number, d: number, seed: number) => Problem> = {
  quadratic: (n, d, seed) =>
    quadratic({
      hessian: randomDefinite(d, seed),
      noise: data(n, d, seed).x,
      minimum: data(1, d, seed).x[0]
    }),
  linearRegression: (n, d, seed) => linearRegression(data(n, d, seed).x, data(n, d, seed).real),
  logisticRegression: (n, d, seed) =>
    logisticRegression(data(n, d, seed).x, data(n, d, seed).binary),
  probitRegression: (n, d, seed) => probitRegression(data(n, d, seed).x, data(n, d, seed).binary),
  smallNetwork: (n, d, seed) =>
    smallNetwork(data(n, d, seed).x, data(n, d, seed).real, {hidden: 1 + (seed % 3)})
};

describe("every problem", () => {
  for (const [name, make] of Object.entries(problems))
    it(`${name}: gradient, sample gradients and Hessian are derivatives of the loss`, () => {
      fc.assert(
        fc.property(
          fc.integer({min: 1, max: 6}),
          fc.integer({min: 1, max: 4}),
          fc.integer({min: 1, max: 1e6}),
          (n, d, seed) => {
            const problem = make(n, d, seed);
            expect(problem.samples).toBe(n);
            checkProblem(problem, data(1, 1, seed + 1).weights(problem.dimension));
          }
        ),
        {numRuns: 25, seed: 14}
      );
    });

  it("refuses weights, labels and targets of the wrong length or kind", () => {
    for (const make of Object.values(problems)) {
      const problem = make(4, 2, 3);
      for (const method of ["loss", "gradient", "sampleGradients", "hessian"] as const)
        expect(() => problem[method]([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])).toThrow(
          /weights must have \d+ entries; got 14/
        );
    }
    expect(() => probitRegression([[1]], [2])).toThrow(/labels must be 0 or 1/);
    expect(() => linearRegression([[1]], [])).toThrow(/targets must have one entry/);
    expect(() => linearRegression([[1]], [Number.NaN])).toThrow(/targets must be finite/);
    expect(() => smallNetwork([[1]], [1], {hidden: 0})).toThrow(/hidden must be an integer/);
    expect(() => quadratic({hessian: [[1]], noise: [[1, 2]]})).toThrow(/noise must have 1 columns/);
    expect(() => quadratic({hessian: [[1]], noise: [[1]], minimum: [1, 2]})).toThrow(/minimum/);
  });
});

describe("quadratic", () => {
  it("has the same gradient covariance everywhere and is stationary at its minimum", () => {
    const {x, weights} = data(9, 3, 8);
    const minimum = weights(3);
    const problem = quadratic({hessian: randomDefinite(3, 8), noise: x, minimum});
    const wanted = gradientCovariance(x);
    for (const w of [minimum, weights(3), weights(3).map(v => 100 * v)])
      expect(gradientCovariance(problem.sampleGradients(w)).sub(wanted).norm()).toBeLessThan(1e-11);
    expect(problem.gradient(minimum)).toEqual([0, 0, 0]);
  });
});

describe("logisticRegression and probitRegression far from the data", () => {
  it("neither overflow nor lose the tail: loss ≈ |z|, z²/2; gradient bounded, linear", () => {
    const logistic = logisticRegression([[1]], [1]);
    expect(logistic.loss([-800])).toBe(800);
    expect(logistic.loss([800])).toBe(0);
    expect(logistic.gradient([-800])).toEqual([-1]);
    expect(logistic.loss([40]) / Math.exp(-40)).toBeCloseTo(1, 12);
    const probit = probitRegression([[1]], [1]);
    expect(probit.gradient([-1000])[0]).toBeCloseTo(-1000.001, 5);
    expect(probit.loss([-1000]) / 5e5).toBeCloseTo(1, 4);
    expect(probit.hessian([-200]).get(0, 0)).toBeCloseTo(1, 4);
    expect(probit.gradient([9])[0]).toBeLessThan(0);
  });

  it("join the continued fraction to the ratio at z = −5, c = 1000", () => {
    for (const f of [inverseMillsRatio, logNormalCdf]) {
      const left = f(-5 - 1e-13);
      const right = f(-5 + 1e-13);
      expect(Math.abs(left / right - 1)).toBeLessThan(1000 * Number.EPSILON);
    }
    expect(inverseMillsRatio(0)).toBeCloseTo(Math.sqrt(2 / Math.PI), 15);
    const derivative = (inverseMillsRatio(-8 + 1e-4) - inverseMillsRatio(-8 - 1e-4)) / 2e-4;
    const r = inverseMillsRatio(-8);
    expect(derivative).toBeCloseTo(-r * (r - 8), 7);
  });
});

describe("smallNetwork", () => {
  it("does not change when units are swapped or their signs flipped", () => {
    const {x, real, weights} = data(5, 2, 4);
    const network = smallNetwork(x, real, {hidden: 2});
    const w = weights(network.dimension);
    const swapped = [...w.slice(4, 8), ...w.slice(0, 4), w[8]];
    const flipped = w.map((v, i) => (i < 4 ? -v : v));
    expect(network.loss(swapped)).toBeCloseTo(network.loss(w), 14);
    expect(network.loss(flipped)).toBeCloseTo(network.loss(w), 14);
  });

  it("is linear regression to leading order for small inner weights", () => {
    const {x, real} = data(6, 1, 5);
    const small = 1e-4;
    const network = smallNetwork(x, real, {hidden: 1});
    const line = linearRegression(
      x.map(row => [...row, 1]),
      real
    );
    const w = [2, 0.5];
    const loss = network.loss([small * w[0], small * w[1], 1 / small, 0]);
    expect(loss).toBeCloseTo(line.loss(w), 6);
  });
});
