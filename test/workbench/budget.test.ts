import {describe, expect, test} from "vitest";
import {noiseReport} from "../../lib/workbench/index.js";
import type {NoiseQuestion} from "../../lib/workbench/types.js";
import {uniformSource} from "../statistics/uniformSource.js";

/** Normal rows of these variances. */
function normalTable(n: number, variances: readonly number[]) {
  const source = uniformSource(11);
  const d = variances.length;
  const data = Array.from({length: n * d}, (_, i) => Math.sqrt(variances[i % d]) * source.normal());
  return {rows: n, columns: d, data};
}

const [h, calls, start] = [[2, 0.5, 0.1], 2000, 1];
const table = normalTable(300, [4, 1, 0.2]);

/** Excess loss of last iterate and average after calls/b steps, by recursion of means and variances, mode by mode. */
function recursion(eta: number, b: number, noise: readonly number[]) {
  const steps = Math.floor(calls / b);
  let [last, averaged] = [0, 0];
  for (const [k, curvature] of h.entries()) {
    const a = 1 - eta * curvature;
    let [x, v, sum, spread, between] = [
      Math.sqrt((2 * start) / (h.length * curvature)),
      0,
      0,
      0,
      0
    ];
    for (let t = 0; t < steps; t++) {
      x *= a;
      v = a * a * v + (eta * eta * noise[k]) / b;
      between = a * between + v;
      spread += 2 * between - v;
      sum += x;
    }
    last += (curvature / 2) * (x * x + v);
    averaged += (curvature / 2) * ((sum / steps) ** 2 + spread / steps ** 2);
  }
  return {last, averaged};
}

/** Diagonal of the covariance, 1/(n − 1). */
const noise = h.map((_, j) => {
  const column = table.data.filter((_, at) => at % 3 === j);
  const mean = column.reduce((total, x) => total + x / column.length, 0);
  return column.reduce((total, x) => total + (x - mean) ** 2, 0) / (column.length - 1);
});

const question: NoiseQuestion = {
  rows: "per-sample",
  population: "sample",
  hessian: h,
  budget: {calls, start}
};

describe("the best rate and batch of a budget", () => {
  const {budget} = noiseReport(table, question);

  test.each(["last", "averaged"] as const)(
    "%s: none of a fine grid up to the edge is below",
    kind => {
      const {learningRate, batchSize, risk, region} = budget![kind];
      const [eta, least] = [learningRate.value as number, risk.value as number];
      expect(recursion(eta, batchSize, noise)[kind]).toBeCloseTo(least, 10);
      for (let b = 1; b <= calls; b *= 2)
        for (let share = 0.998; share > 1e-4; share *= 0.97)
          expect(recursion(share, b, noise)[kind]).toBeGreaterThan(0.9999 * least);
      expect(region.learningRate[0]).toBeLessThanOrEqual(eta);
      expect(region.learningRate[1]).toBeGreaterThanOrEqual(eta);
    }
  );

  test("a start that any rate only leaves has no best one, and says why", () => {
    const {last} = noiseReport(table, {...question, budget: {calls: 100, start: 1e-12}}).budget!;
    expect([last.learningRate.low, last.learningRate.standardError]).toEqual([null, null]);
    expect(last.learningRate.value).toBeGreaterThan(0);
    expect(last.learningRate.reason).toMatch(/^the least rate that is looked at: /);
  });

  test("a start along one direction is left in a single step, though the grid steps over that rate", () => {
    const far = {calls: 64, start: [0, 1e4]};
    const curved = {
      ...question,
      hessian: [
        [1, 0],
        [0, 0.889]
      ],
      budget: far
    };
    const pair = normalTable(300, [1, 1]);
    const {last} = noiseReport(pair, curved).budget!;
    expect(last.batchSize).toBe(64);
    expect(last.learningRate.value).toBeCloseTo(1 / 0.889, 6);
    expect(last.risk.value).toBeLessThan(0.02);
  });

  test("a rate of the grid that takes a direction to its minimum in one step", () => {
    const curved = {
      ...question,
      hessian: [
        [1, 0],
        [0, 1 / 1.998]
      ]
    };
    const {budget} = noiseReport(normalTable(300, [1, 1]), curved);
    expect(budget!.last.risk.value).toBeGreaterThan(0);
  });

  test("the average is best beyond eight tenths of the largest stable rate", () => {
    expect(budget!.averaged.learningRate.value).toBeGreaterThan(0.8);
  });

  test("the rate's interval is that at the best batch, though others do nearly as well", () => {
    const run = {learningRate: 0.1, batchSize: 4, replacement: false};
    const others = {calls: 1000, start: 0.1};
    const {learningRate} = noiseReport(table, {
      ...question,
      datasetSize: 1000,
      run,
      budget: others
    }).budget!.averaged;
    expect(learningRate.high! / learningRate.low!).toBeLessThan(1.5);
  });
});
