import {expect, test} from "vitest";
import {derivationLines} from "../../lib/noise/derivationLines.js";
import {lineThroughPoints} from "../../lib/problems/sevenPoints.js";

const gradients = lineThroughPoints(7).sampleGradients([0.2, 0.5]);
const byEquation = (
  replacement: boolean,
  b: number,
  rows: typeof gradients | number[][] = gradients
) =>
  Object.fromEntries(
    derivationLines(rows, b, {replacement}).map(line => [line.equation, line.difference])
  );

test("with replacement every line holds", () => {
  // c = 100 on sums over at most 343 batches.
  for (const b of [1, 2, 3])
    for (const difference of Object.values(byEquation(true, b)))
      expect(difference).toBeLessThan(100 * 7 * Number.EPSILON);
});

test("without, the slots repel by 1/(n−1), and the variance lacks (B−1)/(n−1)", () => {
  for (const b of [2, 3, 4]) {
    const lines = byEquation(false, b);
    expect(lines["(45)–(47)"]).toBeCloseTo(1 / 6, 12);
    expect(lines["(52)–(54)"]).toBeCloseTo((b - 1) / 6, 12);
    for (const kept of ["(33)–(35)", "(32), (36)", "(37), (38)", "(39)", "(43), (44)", "(48)–(51)"])
      expect(lines[kept]).toBeLessThan(1e-13);
  }
});

test("equal gradients have no noise; refuses too many batches and b > n", () => {
  expect(Math.max(...Object.values(byEquation(true, 2, [[1], [1]])))).toBe(0);
  expect(() => derivationLines(gradients, 8, {replacement: true})).toThrow(/ordered batches/);
  expect(() => derivationLines([[1], [2]], 3, {replacement: false})).toThrow(/batchSize/);
});
