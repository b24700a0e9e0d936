import {describe, expect, test} from "vitest";
import {outliers, scoreCounts, scoresOf} from "../../src/figures/calibration.js";
import {freshRows} from "./examples/calibration.js";

const rows = freshRows(100);

/** Counts and what is expected of them, by the figure. */
const countsAt = (error: number) => {
  const [{series}] = scoreCounts(rows, {error}).panels;
  const marks = series.find(({is}) => is === "measured")?.marks ?? [];
  return marks.map(({x, y = 0, expected = 0}) => ({x, y, expected}));
};
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe("counts of scores", () => {
  test("add up to all scores, measured and expected, with what lies beyond the ends", () => {
    for (const error of [0, 5]) {
      const counts = countsAt(error);
      expect(counts).toHaveLength(20);
      expect(sum(counts.map(({y}) => y))).toBe(rows.length);
      expect(sum(counts.map(({expected}) => expected))).toBeCloseTo(rows.length, 6);
    }
  });

  test("agree with the normal law where predictions are right, and leave it where they are raised", () => {
    const distance = (error: number) =>
      sum(countsAt(error).map(({y, expected}) => (y - expected) ** 2 / Math.max(expected, 1)));
    expect(distance(0)).toBeLessThan(40);
    expect(distance(2)).toBeGreaterThan(200);
  });
});

test("outliers are what lies beyond three standard errors", () => {
  expect(outliers(scoresOf(rows, {error: 0})).outside).toEqual([]);
  const {beyond, outside} = outliers(scoresOf(rows, {error: 5}));
  expect(beyond.length).toBeGreaterThan(100);
  expect(outside.length).toBeGreaterThan(50);
});
