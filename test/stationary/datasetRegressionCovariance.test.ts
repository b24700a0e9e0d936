import {describe, expect, it} from "vitest";
import {UnstableError} from "../../lib/check.js";
import {gaussianRegression} from "../../lib/problems/gaussianRegression.js";
import {datasetRegressionCovariance} from "../../lib/stationary/datasetRegressionCovariance.js";
import {linearRegressionCovariance} from "../../lib/stationary/linearRegressionCovariance.js";

/** Every batch as a list of rows. */
function batches(n: number, b: number, replacement: boolean): number[][] {
  let all: number[][] = [[]];
  for (let k = 0; k < b; k++)
    all = all.flatMap(batch =>
      Array.from({length: n}, (_, i) => i)
        .filter(i => replacement || !batch.includes(i))
        .map(i => [...batch, i])
    );
  return all;
}

/** E wwᵀ after `steps` updates over every batch, from w = 0: batch by batch, entry by entry. */
function iterate(
  inputs: number[][],
  labels: number[],
  all: number[][],
  rate: number,
  steps: number
): number[][] {
  const d = inputs[0].length;
  const zero = () => Array.from({length: d}, () => new Array<number>(d).fill(0));
  let s = zero();
  for (let t = 0; t < steps; t++) {
    const next = zero();
    for (const batch of all) {
      const a = zero().map((row, i) =>
        row.map((_, j) => batch.reduce((x, r) => x + inputs[r][i] * inputs[r][j], 0) / batch.length)
      );
      const c = inputs[0].map((_, i) =>
        batch.reduce((x, r) => x + (inputs[r][i] * labels[r]) / batch.length, 0)
      );
      const m = a.map((row, i) => row.map((x, j) => (i === j ? 1 : 0) - rate * x));
      for (let i = 0; i < d; i++)
        for (let j = 0; j < d; j++) {
          let x = rate * rate * c[i] * c[j];
          for (let k = 0; k < d; k++) for (let l = 0; l < d; l++) x += m[i][k] * s[k][l] * m[j][l];
          next[i][j] += x / all.length;
        }
    }
    s = next;
  }
  return s;
}

describe("datasetRegressionCovariance", () => {
  it("is where the second moment settles when every batch is visited", () => {
    for (const replacement of [false, true])
      for (const d of [1, 2, 3]) {
        const {inputs, labels} = gaussianRegression({
          variances: [1, 0.8, 0.6].slice(0, d),
          size: 6,
          labelDeviation: 1,
          seed: d,
          name: "test"
        });
        const problem = {inputs, labels, batchSize: 2, replacement, learningRate: 0.3};
        const sigma = datasetRegressionCovariance(problem).to2DArray();
        const settled = iterate(inputs, labels, batches(6, 2, replacement), 0.3, 6000);
        const size = Math.hypot(...settled.flat());
        const gap = Math.hypot(...settled.flat().map((x, k) => x - sigma.flat()[k]));
        expect(gap / size).toBeLessThan(1e-11);
      }
  });

  it("is near the law of fresh data where the data set is large", () => {
    const n = 50_000;
    const data = gaussianRegression({
      variances: [1, 0.1],
      size: n,
      labelDeviation: 1,
      seed: 1,
      name: "large"
    });
    const options = {batchSize: 2, learningRate: 0.5};
    const fixed = datasetRegressionCovariance({...data, ...options, replacement: true});
    const fresh = linearRegressionCovariance({
      inputCovariance: [
        [1, 0],
        [0, 0.1]
      ],
      labelVariance: 1,
      ...options
    });
    // Moments of order 4 of n normals: relative errors of √(96/n) at most.
    expect(Math.abs(fixed.get(0, 0) / fresh.get(0, 0) - 1)).toBeLessThan(4 * Math.sqrt(96 / n));
    expect(Math.abs(fixed.get(1, 1) / fresh.get(1, 1) - 1)).toBeLessThan(4 * Math.sqrt(96 / n));
  });

  it("vanishes for full batches, and refuses what has no stationary law or no residuals", () => {
    const data = {
      inputs: [[1], [-1], [2]],
      labels: [1, 1, 0]
    };
    expect(datasetRegressionCovariance({...data, batchSize: 3, learningRate: 0.9}).get(0, 0)).toBe(
      0
    );
    expect(() => datasetRegressionCovariance({...data, batchSize: 3, learningRate: 1.01})).toThrow(
      UnstableError
    );
    expect(() => datasetRegressionCovariance({...data, batchSize: 1, learningRate: 0.7})).toThrow(
      UnstableError
    );
    expect(() =>
      datasetRegressionCovariance({
        inputs: [[1], [1]],
        labels: [1, 1],
        batchSize: 1,
        learningRate: 1
      })
    ).toThrow("labels must be residuals");
    const ask = {batchSize: 1, learningRate: 0.1};
    expect(() => datasetRegressionCovariance({...data, ...ask, inputs: []})).toThrow(
      "inputs must be n×d with n ≥ 2, and labels have n entries; got 0×0 and 3"
    );
    const holes = data.inputs.map((row, i) => (i === 0 ? row.map(() => Number.NaN) : row));
    expect(() => datasetRegressionCovariance({...data, ...ask, inputs: holes})).toThrow(
      "inputs must have finite numbers as entries; got NaN at (0, 0)"
    );
    const unlabelled = data.labels.map((y, i) => (i === 1 ? Infinity : y));
    expect(() => datasetRegressionCovariance({...data, ...ask, labels: unlabelled})).toThrow(
      "labels[1] must lie in (−∞, ∞); got Infinity"
    );
  });
});
