import {describe, expect, it} from "vitest";
import {logisticRegression} from "../../lib/problems/logisticRegression.js";
import {logisticRun} from "../../lib/problems/logisticRun.js";
import {logisticSample} from "../../lib/problems/logisticSample.js";
import {uniforms} from "../../lib/random/uniforms.js";

const sample = logisticSample({size: 40, seed: 3, weights: [0.2, 1], scales: [1.5]});
const source = () => uniforms({seed: 1, experiment: "test", cell: "run", replicate: 0});

describe("logisticSample", () => {
  it("is the same for the same seed, and labels follow the model", () => {
    expect(logisticSample({size: 40, seed: 3, weights: [0.2, 1], scales: [1.5]})).toEqual(sample);
    const sure = logisticSample({size: 500, seed: 1, weights: [0, 1e6], scales: [1]});
    for (const [i, row] of sure.features.entries()) expect(sure.labels[i]).toBe(row[1] > 0 ? 1 : 0);
    expect(() => logisticSample({size: 1, seed: 1, weights: [1], scales: [1]})).toThrow("scales");
  });
});

describe("logisticRun", () => {
  it("steps along the gradients of the rows it draws", () => {
    const problem = logisticRegression(sample.features, sample.labels);
    const options = {learningRate: 0.5, batchSize: 3, snapshots: [0, 1, 4], start: [0.3, -0.2]};
    const run = logisticRun(sample, {...options, source: source()});
    const u = source();
    let theta = [0.3, -0.2];
    expect(run[0]).toEqual(theta);
    for (let t = 1; t <= 4; t++) {
      const gradients = problem.sampleGradients(theta);
      const picks = [0, 1, 2].map(() => Math.floor(u.next() * 40));
      theta = theta.map(
        (x, j) => x - (0.5 * picks.reduce((s, i) => s + gradients.get(i, j), 0)) / 3
      );
      if (t === 1 || t === 4)
        for (const j of [0, 1]) expect(run[t === 1 ? 1 : 2][j]).toBeCloseTo(theta[j], 13);
    }
  });

  it("refuses snapshots that do not ascend and starts of another size", () => {
    const options = {learningRate: 0.5, batchSize: 3, start: [0, 0], source: source()};
    expect(() => logisticRun(sample, {...options, snapshots: [3, 1]})).toThrow("snapshots");
    expect(() => logisticRun(sample, {...options, snapshots: [1], start: [0]})).toThrow("start");
  });
});
