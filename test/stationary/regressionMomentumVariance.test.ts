import {describe, expect, it} from "vitest";
import {UnstableError} from "../../lib/check.js";
import {regressionBatchMoments} from "../../lib/noise/regressionBatchMoments.js";
import {datasetRegressionCovariance} from "../../lib/stationary/datasetRegressionCovariance.js";
import {momentumCovariance} from "../../lib/stationary/momentumCovariance.js";
import {regressionMomentumVariance} from "../../lib/stationary/regressionMomentumVariance.js";

const inputs = [1, -1, 2, 0.5];
const labels = [1, 1, -0.3, 1.2];

/** E w² after many updates, every pair of rows visited, the moments of (w, m) carried along. */
function iterate(rate: number, momentum: number): number {
  let [s, q, r] = [0, 0, 0];
  for (let t = 0; t < 4000; t++) {
    const next = [0, 0, 0];
    for (let i = 0; i < 4; i++)
      for (let j = 0; j < 4; j++) {
        const a = (inputs[i] ** 2 + inputs[j] ** 2) / 2;
        const c = (inputs[i] * labels[i] + inputs[j] * labels[j]) / 2;
        // w ← (1 − λa) w − λµ m + λc, m ← µm + aw − c; means are zero.
        const [ww, wm] = [1 - rate * a, -rate * momentum];
        next[0] += ww * ww * s + 2 * ww * wm * q + wm * wm * r + rate * rate * c * c;
        next[1] += ww * a * s + (ww * momentum + wm * a) * q + wm * momentum * r - rate * c * c;
        next[2] += a * a * s + 2 * a * momentum * q + momentum * momentum * r + c * c;
      }
    [s, q, r] = next.map(x => x / 16);
  }
  return s;
}

describe("regressionMomentumVariance", () => {
  const moments = regressionBatchMoments({inputs, labels, batchSize: 2, replacement: true});

  it("is where the second moments settle when every batch is visited", () => {
    expect(Math.abs(inputs.reduce((sum, x, i) => sum + x * labels[i], 0))).toBeLessThan(1e-15);
    for (const [learningRate, momentum] of [
      [0.2, 0],
      [0.5, 0.3],
      [0.1, 0.9]
    ]) {
      const settled = iterate(learningRate, momentum);
      const variance = regressionMomentumVariance({...moments, learningRate, momentum});
      expect(Math.abs(variance / settled - 1)).toBeLessThan(1e-12);
    }
  });

  it("is the fixed data set's law without momentum, and heavy ball's with constant curvature", () => {
    const options = {batchSize: 2, replacement: true, learningRate: 0.4};
    const fixed = datasetRegressionCovariance({inputs: inputs.map(x => [x]), labels, ...options});
    const without = regressionMomentumVariance({...moments, learningRate: 0.4, momentum: 0});
    expect(Math.abs(without / fixed.get(0, 0) - 1)).toBeLessThan(1e-13);
    const plain = {...moments, curvatureVariance: 0, learningRate: 0.7, momentum: 0.6};
    const ball = momentumCovariance({
      hessian: [[moments.curvature]],
      noise: [[moments.noise]],
      learningRate: 0.7,
      momentum: 0.6
    });
    expect(Math.abs(regressionMomentumVariance(plain) / ball.get(0, 0) - 1)).toBeLessThan(1e-13);
  });

  it("says where the second moment diverges", () => {
    expect(() => regressionMomentumVariance({...moments, learningRate: 2, momentum: 0})).toThrow(
      UnstableError
    );
  });
});
