import {expect, it} from "vitest";
import {type Dependence, dependentBatches} from "../../lib/noise/dependentBatches.js";
import {uniforms} from "../../lib/random/uniforms.js";

const source = (cell: string) =>
  uniforms({seed: 1, experiment: "dependent batches", cell, replicate: 0});

const cases: readonly [Dependence, number, number, number][] = [
  // b·variance of each coordinate, and the correlation of one batch with the next.
  [{kind: "shared", inflation: 0.6}, 1.6, 1.6, 0],
  [{kind: "stiff", inflation: 0.6}, 1.6, 1, 0],
  [{kind: "contaminated", inflation: 0.6}, 1.6, 1.6, 0],
  // Of 1 + ε = 1.6 the part bρ = 4·0.2 lasts.
  [{kind: "lasting", inflation: 0.6, keep: 0.5}, 1.6, 1.6, (0.5 * 0.8) / 1.6],
  [{kind: "reused", uses: 2}, 1, 1, 0.5]
];

it.each(cases)("draws batches of the stated covariance: %o", (dependence, first, second, next) => {
  const n = 40_000;
  const batches = dependentBatches(dependence, {batchSize: 4, source: source(dependence.kind)});
  const g = new Float64Array(2);
  const values = Array.from({length: n}, () => {
    batches.next(g);
    return [2 * g[0], 2 * g[1]];
  });
  const mean = (f: (row: number[], t: number) => number) =>
    values.reduce((sum, row, t) => sum + f(row, t), 0) / n;
  // Kurtosis at most 6 and correlation times at most 3: the error of a square is below 4/√n of it.
  const error = 4 / Math.sqrt(n);
  expect(Math.abs(mean(([x]) => x * x) / first - 1)).toBeLessThan(4 * error);
  expect(Math.abs(mean(([, y]) => y * y) / second - 1)).toBeLessThan(4 * error);
  expect(Math.abs(mean(([x, y]) => x * y) / first)).toBeLessThan(4 * error);
  const lagged = mean(([x], t) => (t > 0 ? x * values[t - 1][0] : 0)) / first;
  expect(Math.abs(lagged - next)).toBeLessThan(4 * error);
});

it("names what it cannot use", () => {
  const options = {batchSize: 4, source: source("none")};
  expect(() => dependentBatches({kind: "shared", inflation: 4}, options)).toThrow(/inflation/);
  expect(() => dependentBatches({kind: "lasting", inflation: 1, keep: 1}, options)).toThrow(/keep/);
  expect(() => dependentBatches({kind: "reused", uses: 3}, options)).toThrow(/uses/);
});
