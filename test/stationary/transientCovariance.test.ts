import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {sandwichCovariance} from "../../lib/noise/sandwichCovariance.js";
import {laggedCovariance} from "../../lib/stationary/laggedCovariance.js";
import {linearRecursion} from "../../lib/stationary/linearRecursion.js";
import {momentumCovariance} from "../../lib/stationary/momentumCovariance.js";
import {preconditionedCovariance} from "../../lib/stationary/preconditionedCovariance.js";
import {qhmCovariance} from "../../lib/stationary/qhmCovariance.js";
import {transientCovariance} from "../../lib/stationary/transientCovariance.js";
import {relativeError} from "./relativeError.js";

const hessian = [
  [1, 0.3],
  [0.3, 0.5]
];
const noise = [
  [1, -0.4],
  [-0.4, 0.8]
];
const preconditioner = [
  [0.5, -0.2],
  [-0.2, 0.9]
];
const optimisers = [
  {
    options: {hessian, learningRate: 0.8, momentum: 0.5},
    exact: momentumCovariance({hessian, noise, learningRate: 0.8, momentum: 0.5})
  },
  {
    options: {hessian, learningRate: 0.8, momentum: 0.5, nu: 0.6},
    exact: qhmCovariance({hessian, noise, learningRate: 0.8, momentum: 0.5, nu: 0.6})
  },
  {
    options: {hessian, preconditioner, momentum: 0.4},
    exact: preconditionedCovariance({hessian, noise, preconditioner, momentum: 0.4})
  }
];

describe("transientCovariance", () => {
  it("ends at the stationary covariance of each optimiser, and stays there", () => {
    for (const {options, exact} of optimisers) {
      const all = transientCovariance({...options, noise, steps: 400});
      expect(relativeError(all[400], exact)).toBeLessThan(1e-12);
    }
  });

  it("is the direct sum of what every past kick has left, from rest", () => {
    const {A, B} = linearRecursion(optimisers[1].options);
    const all = transientCovariance({...optimisers[1].options, noise, steps: 7});
    let power = B;
    let sum = Matrix.zeros(4, 4);
    for (let t = 0; t < 7; t++) {
      sum = sum.add(power.mmul(new Matrix(noise)).mmul(power.transpose()));
      power = A.mmul(power);
    }
    expect(relativeError(all[7], sum.subMatrix(0, 1, 0, 1))).toBeLessThan(1e-13);
  });

  it("grows without bound where the recursion is unstable", () => {
    const all = transientCovariance({
      hessian: [[1]],
      learningRate: 3.2,
      momentum: 0.5,
      noise: [[1]],
      steps: 200
    });
    expect(all[200].get(0, 0)).toBeGreaterThan(1e6);
  });
});

describe("laggedCovariance", () => {
  it("sums over all lags to the sandwich, whatever the optimiser", () => {
    const sandwich = sandwichCovariance(hessian, noise);
    for (const {options} of optimisers) {
      const lagged = laggedCovariance({...options, noise, lags: 600});
      const sum = lagged.slice(1).reduce((s, x) => s.add(x).add(x.transpose()), lagged[0].clone());
      expect(relativeError(sum, sandwich)).toBeLessThan(1e-11);
    }
  });

  it("begins with the stationary covariance", () => {
    for (const {options, exact} of optimisers)
      expect(relativeError(laggedCovariance({...options, noise, lags: 0})[0], exact)).toBeLessThan(
        1e-12
      );
  });
});
