import fc from "fast-check";
import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {metricDrift} from "../../lib/budgets/metricDrift.js";
import {largestRatio} from "../../lib/linalg/largestRatio.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";

const entry = fc.integer({min: -200, max: 200}).map(k => k / 100);
const factor = (d: number) =>
  fc.array(fc.array(entry, {minLength: d, maxLength: d}), {minLength: d, maxLength: d});
const pair = fc.integer({min: 1, max: 4}).chain(d => fc.tuple(factor(d), factor(d)));
const definite = (rows: number[][], shift: number) => {
  const a = new Matrix(rows);
  return Matrix.add(a.mmul(a.transpose()), Matrix.eye(a.rows).mul(shift));
};

describe("largestRatio", () => {
  it("is the least c with S ⪯ cR", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [S, R] = [definite(a, 0), definite(b, 0.5)];
        const c = largestRatio(S, R);
        const gap = (factor: number) =>
          symmetricEigen(Matrix.sub(R.clone().mul(factor * c), S)).values[0];
        const slack = 1e-12 * (1 + S.norm() + R.norm() * c);
        expect(gap(1)).toBeGreaterThan(-slack);
        if (c > 1e-6) expect(gap(1 - 1e-6)).toBeLessThan(slack);
      }),
      {seed: 1, numRuns: 80}
    );
  });

  it("refuses a singular denominator", () => {
    expect(() =>
      largestRatio(
        [
          [1, 0],
          [0, 1]
        ],
        [
          [1, 0],
          [0, 0]
        ]
      )
    ).toThrow("positive definite");
  });
});

describe("metricDrift", () => {
  it("lies between the monitor and κ times it, and both ends are attained", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [F, frozen] = [definite(a, 0.1), definite(b, 0.5)];
        const {monitor, least, bound} = metricDrift(F, frozen);
        expect(least).toBeGreaterThanOrEqual(monitor * (1 - 1e-10));
        expect(least).toBeLessThanOrEqual(bound * (1 + 1e-10));
      }),
      {seed: 2, numRuns: 80}
    );
    const star = [
      [1, 0],
      [0, 0.01]
    ];
    const small = metricDrift(
      [
        [1, 0],
        [0, 0.02]
      ],
      star
    );
    expect(small.monitor).toBeCloseTo(0.01, 14);
    expect(small.least).toBeCloseTo(1, 12);
    expect(
      metricDrift(
        [
          [1.01, 0],
          [0, 0.01]
        ],
        star
      ).least
    ).toBeCloseTo(0.01, 12);
  });
});
