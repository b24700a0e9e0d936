import type {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {jackknife} from "../../lib/statistics/jackknife.js";

const values = [3, 1, 4, 1, 5, 9, 2, 6];
const table = values.map(x => [x]);
const n = values.length;
const meanOf = (list: number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
const mean = (rows: Matrix) => rows.mean();
const spread = (rows: Matrix) => {
  const list = rows.to1DArray();
  return meanOf(list.map(x => (x - meanOf(list)) ** 2));
};
const sampleVariance = (spread({to1DArray: () => values} as Matrix) * n) / (n - 1);

describe("jackknife", () => {
  it("gives a mean its textbook standard error and no bias", () => {
    const {value, standardError, bias, deletions} = jackknife(table, mean);
    expect(value).toBeCloseTo(meanOf(values), 14);
    expect(standardError).toBeCloseTo(Math.sqrt(sampleVariance / n), 14);
    expect(Math.abs(bias)).toBeLessThan(1e-14);
    expect(deletions).toBe(n);
  });

  it("turns the variance with 1/n into that with 1/(n−1)", () => {
    const {value, bias} = jackknife(table, spread);
    expect(value - bias).toBeCloseTo(sampleVariance, 13);
  });

  it("leaves out groups of one label together, and of equal sizes as g rows would be", () => {
    const groups = ["a", "b", "a", "c", "b", "d", "c", "d"];
    const pairs = ["a", "b", "c", "d"].map(label =>
      meanOf(values.filter((_, i) => groups[i] === label))
    );
    const {standardError, deletions} = jackknife(table, mean, {groups});
    const within = pairs.map(x => (x - meanOf(pairs)) ** 2);
    expect(deletions).toBe(4);
    expect(standardError).toBeCloseTo(Math.sqrt(meanOf(within) / 3), 14);
  });

  it("weighs parts of unequal sizes: a mean's error is Σ mⱼ²(x̄ⱼ−x̄)²/((n−mⱼ)n)·n/g-corrected", () => {
    const sizes = [3, 3, 2];
    const {standardError} = jackknife(table, mean, {deleteGroups: 3});
    const parts = [0, 1, 2].map(part => meanOf(values.filter((_, i) => i % 3 === part)));
    const squares = parts.map((x, j) => {
      const share = sizes[j] / n;
      return ((x - meanOf(values)) ** 2 * share) / (1 - share) / 3;
    });
    expect(standardError).toBeCloseTo(Math.sqrt(squares.reduce((sum, x) => sum + x, 0)), 13);
  });

  it.each([
    [{deleteGroups: 1}, "deleteGroups must be an integer in [2, 8]; got 1"],
    [
      {groups: "12345678"},
      'groups must have one label for each of the 8 rows; got "12345678" (a string)'
    ],
    [{groups: {}}, "groups must have one label for each of the 8 rows; got an Object"],
    [{groups: [1, 2]}, "groups must have one label for each of the 8 rows; got 2"],
    [{groups: values.map(() => 1)}, "gradients must have at least 2 rows or groups of rows; got 1"]
  ])("refuses %j", (options, message) => {
    expect(() => jackknife(table, mean, options as never)).toThrow(message);
  });

  it("refuses a statistic that is no number", () => {
    expect(() => jackknife(table, () => Number.NaN)).toThrow(
      "statistic must return a finite number; got NaN"
    );
  });
});
