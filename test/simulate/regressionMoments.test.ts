import {describe, expect, it} from "vitest";
import {regressionMoments} from "../../lib/simulate/regressionMoments.js";
import type {RegressionCell} from "../../lib/simulate/spec.js";
import {datasetRegressionCovariance} from "../../lib/stationary/datasetRegressionCovariance.js";
import {linearRegressionCovariance} from "../../lib/stationary/linearRegressionCovariance.js";

const inputs = [
  [1, 0.5],
  [-0.3, 1],
  [0.8, -0.7],
  [-1.1, -0.2]
];

/** Labels orthogonal to both columns of the inputs. */
function residuals(): number[] {
  let y = [1, -0.4, 0.3, 0.9];
  for (let pass = 0; pass < 200; pass++)
    for (const c of [0, 1]) {
      const along = inputs.reduce((s, x, i) => s + x[c] * y[i], 0);
      const size = inputs.reduce((s, x) => s + x[c] * x[c], 0);
      y = y.map((v, i) => v - (along / size) * inputs[i][c]);
    }
  return y;
}
const labels = residuals();

const cell = (changes: Partial<RegressionCell>): RegressionCell => ({
  kind: "regression",
  parameters: {},
  data: {inputs, labels, replacement: false},
  batchSize: 2,
  learningRate: 0.5,
  steps: 400,
  ...changes
});

describe("moments of a regression cell", () => {
  it("are those of every sequence of batches", () => {
    const batches = [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3]
    ];
    const moments = [0, 0, 0];
    let overTime = 0;
    for (let path = 0; path < 6 ** 3; path++) {
      let [w, m] = [
        [0, 0],
        [0, 0]
      ];
      for (let t = 0; t < 3; t++) {
        const batch = batches[Math.floor(path / 6 ** t) % 6];
        const g = [0, 1].map(c =>
          batch.reduce((s, i) => {
            const error = inputs[i][0] * w[0] + inputs[i][1] * w[1] - labels[i];
            return s + (inputs[i][c] * error) / 2;
          }, 0)
        );
        m = m.map((x, c) => 0.6 * x + g[c]);
        w = w.map((x, c) => x - 0.5 * m[c]);
        if (t >= 1) overTime += (w[0] * w[1]) / 2;
      }
      moments[0] += w[0] * w[0];
      moments[1] += w[0] * w[1];
      moments[2] += w[1] * w[1];
    }
    const exact = regressionMoments(cell({momentum: 0.6, steps: 3, burnIn: 1}));
    expect(exact.state(0, 0)).toBeCloseTo(moments[0] / 216, 12);
    expect(exact.state(0, 1)).toBeCloseTo(moments[1] / 216, 12);
    expect(exact.state(1, 1)).toBeCloseTo(moments[2] / 216, 12);
    expect(exact.overTime(0, 1)).toBeCloseTo(overTime / 216, 12);
  });

  it("settle where the stationary laws are", () => {
    for (const replacement of [false, true]) {
      const sigma = datasetRegressionCovariance({
        inputs,
        labels,
        batchSize: 2,
        learningRate: 0.5,
        replacement
      });
      const {state} = regressionMoments(cell({data: {inputs, labels, replacement}, steps: 2000}));
      expect(state(0, 1)).toBeCloseTo(sigma.get(0, 1), 10);
      expect(state(1, 1)).toBeCloseTo(sigma.get(1, 1), 10);
    }
    const fresh = regressionMoments(
      cell({data: {inputFactor: {diagonal: [1, 0.5]}, labelDeviation: 2}, steps: 2000})
    );
    const sigma = linearRegressionCovariance({
      inputCovariance: [
        [1, 0],
        [0, 0.25]
      ],
      labelVariance: 4,
      batchSize: 2,
      learningRate: 0.5
    });
    expect(fresh.state(0, 0)).toBeCloseTo(sigma.get(0, 0), 10);
    expect(fresh.overTime(1, 1)).toBeLessThan(sigma.get(1, 1));
    expect(fresh.state(1, 1)).toBeCloseTo(sigma.get(1, 1), 10);
  });

  it("want one rate and a start at the minimum", () => {
    expect(() => regressionMoments(cell({learningRate: [0.1, 0.2]}))).toThrow("learningRate");
    expect(() => regressionMoments(cell({initial: [1, 0]}))).toThrow("initial must be 0; got 1,0");
  });
});
