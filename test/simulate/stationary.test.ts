import type {Matrix} from "ml-matrix";
import {expect, test} from "vitest";
import {execute} from "../../lib/simulate/execute.js";
import type {Cell} from "../../lib/simulate/spec.js";
import {timeSecondMoment} from "../../lib/simulate/summary.js";
import {linearRegressionCovariance} from "../../lib/stationary/linearRegressionCovariance.js";
import {momentumCovariance} from "../../lib/stationary/momentumCovariance.js";
import {preconditionedCovariance} from "../../lib/stationary/preconditionedCovariance.js";
import {qhmCovariance} from "../../lib/stationary/qhmCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";

const h = [1, 0.3];
const hessian = [
  [1, 0],
  [0, 0.3]
];
const lower = [
  [1, 0],
  [0.6, 0.8]
];
const b = 4;
const noise = [
  [1 / b, 0.6 / b],
  [0.6 / b, 1 / b]
];
const base = {
  hessianEigenvalues: h,
  noiseFactor: {lower},
  batchSize: b,
  steps: 12_000,
  burnIn: 2_000,
  moments: "full" as const
};
const momentum = 0.7;

const cases: [string, Cell, Matrix][] = [
  [
    "SGD",
    {...base, parameters: {k: 1}, learningRate: 0.9},
    sgdCovariance({hessian, noise, learningRate: 0.9})
  ],
  [
    "heavy ball",
    {...base, parameters: {k: 2}, learningRate: 0.9, momentum},
    momentumCovariance({hessian, noise, learningRate: 0.9, momentum})
  ],
  [
    "preconditioned heavy ball",
    {...base, parameters: {k: 3}, learningRate: 1, momentum, preconditioner: [0.4, 1.5]},
    preconditionedCovariance({
      hessian,
      noise,
      momentum,
      preconditioner: [
        [0.4, 0],
        [0, 1.5]
      ]
    })
  ],
  [
    "QHM",
    {...base, parameters: {k: 4}, learningRate: 1.4, momentum, nu: 0.6},
    qhmCovariance({hessian, noise, learningRate: 1.4, momentum, nu: 0.6})
  ],
  [
    "regression on fresh data",
    {
      kind: "regression",
      parameters: {k: 5},
      data: {inputFactor: {diagonal: [1, Math.sqrt(0.3)]}, labelDeviation: 0.5},
      batchSize: b,
      learningRate: 0.6,
      steps: 12_000,
      burnIn: 2_000,
      moments: "full"
    },
    linearRegressionCovariance({
      inputCovariance: hessian,
      labelVariance: 0.25,
      batchSize: b,
      learningRate: 0.6
    })
  ]
];

test.each(cases)(
  "%s: the kernel's time averages are the stationary covariance, |z| ≤ 4",
  async (_, cell, exact) => {
    const spec = {experiment: "stationary", seed: 9, replicates: 100, cells: [cell]};
    const [result] = await execute(spec);
    for (const [i, j] of result.layout.pairs) {
      const {mean, standardError} = timeSecondMoment(result, i, j);
      expect(standardError).toBeLessThan(0.01 * Math.sqrt(exact.get(i, i) * exact.get(j, j)));
      expect(Math.abs(mean - exact.get(i, j))).toBeLessThan(4 * standardError);
    }
  }
);
