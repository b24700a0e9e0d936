import {describe, expect, test} from "vitest";
import {spectrum} from "../../lib/linalg/symmetricEigen.js";
import {interval} from "../../lib/workbench/export/digits.js";
import {leadingNumbers} from "../../lib/workbench/leading.js";
import {noiseReport} from "../../lib/workbench/noiseReport.js";
import {leadingPictures, noisePictures} from "../../lib/workbench/pictures.js";
import {traceAndMean} from "../../lib/workbench/quadratic.js";
import {rowsInMemory} from "../../lib/workbench/rows.js";
import {sampleOf} from "../../lib/workbench/sample.js";
import {scoresOf} from "../../lib/workbench/scores.js";
import type {Measure} from "../../lib/workbench/types.js";
import {uniformSource} from "../statistics/uniformSource.js";

/** Normal rows with these standard deviations along the axes. */
function tableOf(n: number, scales: readonly number[]): Float64Array {
  const source = uniformSource(7);
  return Float64Array.from(
    {length: n * scales.length},
    (_, k) => scales[k % scales.length] * source.normal()
  );
}

/** All eigenvalues of the covariance, descending, by the whole matrix. */
function eigenvalues(data: Float64Array, n: number, d: number, divisor: number): number[] {
  const mean = Array.from({length: d}, (_, j) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += data[i * d + j] / n;
    return sum;
  });
  const matrix = Array.from({length: d}, (_, a) =>
    Array.from({length: d}, (_, b) => {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += (data[i * d + a] - mean[a]) * (data[i * d + b] - mean[b]);
      return sum / divisor;
    })
  );
  return [...spectrum(matrix.map((row, a) => row.map((x, b) => (x + matrix[b][a]) / 2)))].reverse();
}

const answerOf = (data: Float64Array, n: number, d: number, population: "sample" | "whole") => {
  const sample = sampleOf({numbers: rowsInMemory(data, n, d)}, {rows: "per-sample", population});
  return leadingNumbers(sample, traceAndMean(sample, sample).trace);
};

describe("leading eigenvalues are bounded to both sides", () => {
  test.each([
    ["a few large ones", Array.from({length: 120}, (_, j) => (j < 4 ? 10 - j : 0.3))],
    ["a power law", Array.from({length: 120}, (_, j) => 1 / (1 + j))],
    ["all equal", new Array<number>(120).fill(1)]
  ])("%s", (_, scales) => {
    const [n, d] = [200, scales.length];
    const data = tableOf(n, scales);
    const all = eigenvalues(data, n, d, n - 1);
    const {numbers, between, share, of} = answerOf(data, n, d, "sample");
    const {values} = numbers.spectrum;
    expect([of, values.length]).toEqual([120, 50]);
    for (const [j, value] of values.entries()) {
      expect(value).toBeLessThanOrEqual(all[j] * (1 + 1e-12));
      expect(numbers.spectrum.high[j]).toBeGreaterThan(all[j]);
    }
    expect(between[0]).toBeLessThanOrEqual(all[0] * (1 + 1e-12));
    expect(between[1]).toBeGreaterThanOrEqual(all[0] * (1 - 1e-12));
    const trace = all.reduce((sum, x) => sum + x, 0);
    expect(share).toBeCloseTo(values.reduce((sum, x) => sum + x, 0) / trace, 12);
  });

  test("few large eigenvalues are found to ten digits, and their bounds meet", () => {
    const scales = Array.from({length: 120}, (_, j) => (j < 4 ? 10 - j : 0.01));
    const data = tableOf(200, scales);
    const [largest] = eigenvalues(data, 200, 120, 199);
    const {between} = answerOf(data, 200, 120, "sample");
    expect(between[0] / largest).toBeCloseTo(1, 10);
    expect(between[1] / between[0]).toBeLessThan(1 + 1e-4);
  });

  test("a whole population has no sampling errors", () => {
    const data = tableOf(
      80,
      Array.from({length: 60}, (_, j) => 1 / (1 + j))
    );
    const all = eigenvalues(data, 80, 60, 80);
    const {numbers} = answerOf(data, 80, 60, "whole");
    const {largestEigenvalue: top, participationRatio: ratio} = numbers;
    expect([top.standardError, top.low]).toEqual([0, top.value]);
    // Nothing is estimated, and yet it is known between bounds alone.
    expect(top.high).toBeGreaterThan(top.value as number);
    expect(interval(top)).toMatch(/^\d.* to \d/);
    expect(top.reason).toBe("50 of 60 eigenvalues were looked for, so the ends are bounds");
    const [sum, squares] = [1, 2].map(p => all.reduce((total, x) => total + x ** p, 0));
    expect((ratio.value as number) / (sum ** 2 / squares)).toBeCloseTo(1, 12);
  });
});

describe("what needs no eigenvalue has the numbers and intervals of the whole spectrum", () => {
  const scales = Array.from({length: 30}, (_, j) => 1 / (1 + j));
  const numbers = (n: number, groups?: number[], population: "sample" | "whole" = "sample") => {
    const data = tableOf(n, scales);
    const rows = {numbers: rowsInMemory(data, n, 30), ...(groups && {groups})};
    const sample = sampleOf(rows, {rows: "per-sample", population});
    const leading = leadingNumbers(sample, traceAndMean(sample, sample).trace);
    const report = noiseReport(
      {rows: n, columns: 30, data, ...(groups && {groups})},
      {rows: "per-sample", population}
    );
    return {sample, leading, report};
  };
  const near = (a: Measure, b: Measure) => {
    for (const key of ["value", "standardError", "low", "high"] as const) {
      const [x, y] = [a[key] as number, b[key] as number];
      expect(Math.abs(x - y), key).toBeLessThanOrEqual(1e-10 * Math.abs(y));
    }
  };

  test.each([
    ["more rows than columns", 90, undefined],
    ["fewer", 20, undefined],
    ["twelve groups", 90, 12],
    ["two groups, longer than rows are wide", 90, 2]
  ])("%s", (_, n, count) => {
    const groups = count === undefined ? undefined : Array.from({length: n}, (_, i) => i % count);
    const {leading, report} = numbers(n, groups);
    near(leading.numbers.participationRatio, report.participationRatio);
    near(leading.numbers.covarianceError, report.covarianceError);
    const {rowsNeeded, gaussian} = leading.numbers.covarianceError;
    expect(rowsNeeded).toBe(report.covarianceError.rowsNeeded);
    expect(gaussian).toBeCloseTo(report.covarianceError.gaussian as number, 10);
  });

  test("a whole population", () => {
    const {leading, report} = numbers(90, undefined, "whole");
    near(leading.numbers.participationRatio, report.participationRatio);
    near(leading.numbers.covarianceError, report.covarianceError);
  });
});

test("the quantiles of Gaussian rows need the leading eigenvalues, Tr G and Tr G² alone", () => {
  const [n, d] = [600, 300];
  const scales = Array.from({length: d}, (_, j) => (j < 5 ? 3 : 1 / (1 + j / 50)));
  const sample = sampleOf(
    {numbers: rowsInMemory(tableOf(n, scales), n, d)},
    {rows: "per-sample", population: "sample"}
  );
  const whole = noisePictures(sample, scoresOf(sample.centred), undefined);
  const leading = leadingNumbers(sample, traceAndMean(sample, sample).trace);
  const part = leadingPictures(sample, leading);
  expect(part.edge).toBeCloseTo(whole.edge as number, 10);
  expect(part.lengths).toHaveLength(whole.lengths.length);
  for (const [k, x] of whole.lengths.entries()) expect(part.lengths[k]).toBeCloseTo(x, 8);
  // Eight thousand draws know a quantile to about a hundredth, the outermost ones to three.
  for (const [k, x] of whole.gaussian.entries())
    expect(Math.abs(part.gaussian[k] / x - 1)).toBeLessThan(0.03);
  expect(leadingPictures(sample, {...leading, square: undefined}).lengths).toEqual([]);
});
