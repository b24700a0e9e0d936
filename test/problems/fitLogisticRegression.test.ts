import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConvergenceError} from "../../lib/problems/fitBinaryRegression.js";
import {fitLogisticRegression} from "../../lib/problems/fitLogisticRegression.js";
import {logisticRegression} from "../../lib/problems/logisticRegression.js";
import {SeparationError} from "../../lib/problems/separation.js";
import {standardise} from "../../lib/problems/standardise.js";
import {uniformSource} from "../statistics/uniformSource.js";
import {penguins} from "./penguins.js";

const design = () => standardise(penguins().measurements).rows.map(row => [1, ...row]);

describe("fitLogisticRegression", () => {
  it("fits the sex of 333 penguins to ‖∇L‖ ≤ 1e-12", () => {
    const x = design();
    expect(x.length).toBe(333);
    const {male} = penguins();
    const fit = fitLogisticRegression(x, male);
    const problem = logisticRegression(x, male);
    expect(Math.hypot(...problem.gradient(fit.weights))).toBeLessThanOrEqual(1e-12);
    for (let j = 0; j < 5; j++)
      for (const sign of [-1, 1]) {
        const nearby = fit.weights.map((w, i) => (i === j ? w + sign * 1e-3 : w));
        expect(problem.loss(nearby)).toBeGreaterThan(problem.loss(fit.weights));
      }
  });

  it("refuses a species as label: complete separation, with the direction that proves it", () => {
    const x = design();
    const gentoo = penguins().species.map(s => (s === "Gentoo" ? 1 : 0));
    const error = caught(() => fitLogisticRegression(x, gentoo)) as SeparationError;
    expect(error).toBeInstanceOf(SeparationError);
    expect(error.kind).toBe("complete");
    for (const [i, row] of x.entries())
      expect((2 * gentoo[i] - 1) * dot(row, error.direction)).toBeGreaterThan(0);
  });

  it("refuses quasi-complete separation, where ‖∇L‖ falls below any tolerance all the same", () => {
    const source = uniformSource(3);
    const overlap = Array.from({length: 40}, () => [1, source.normal(), 0]);
    const labels = overlap.map(() => (source.next() < 0.5 ? 1 : 0));
    const x = [...overlap, [1, 0.3, 2], [1, -0.2, 1.5]];
    const error = caught(() => fitLogisticRegression(x, [...labels, 1, 1])) as SeparationError;
    expect(error).toBeInstanceOf(SeparationError);
    expect(error.kind).toBe("quasi-complete");
    expect(Math.abs(error.direction[2])).toBeCloseTo(1, 8);
    expect(error.direction[2]).toBeGreaterThan(0);
  });

  it("finds quasi-complete separation along an oblique direction", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1e6}), seed => {
        const source = uniformSource(seed);
        const v = Array.from({length: 3}, () => source.normal());
        const rows: number[][] = [];
        const labels: number[] = [];
        for (let i = 0; i < 30; i++) {
          const raw = Array.from({length: 3}, () => source.normal());
          const share = dot(raw, v) / dot(v, v);
          const flat = raw.map((r, j) => r - share * v[j]);
          const y = i % 2;
          const lift = i < 20 ? 0 : (2 * y - 1) * (0.5 + source.next());
          rows.push(flat.map((r, j) => r + lift * v[j]));
          labels.push(y);
          if (i < 20) {
            rows.push(flat.map(r => 0.7 * r));
            labels.push(1 - y);
          }
        }
        const error = caught(() => fitLogisticRegression(rows, labels)) as SeparationError;
        expect(error).toBeInstanceOf(SeparationError);
        const norm = Math.hypot(...v);
        expect(dot(error.direction, v) / norm).toBeGreaterThan(1 - 1e-9);
      }),
      {numRuns: 25, seed: 1}
    );
  });

  it("fits labels that a model drew, whatever the seed", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1e6}), fc.integer({min: 1, max: 5}), (seed, d) => {
        const source = uniformSource(seed);
        const w = Array.from({length: d}, () => source.normal());
        const x = Array.from({length: 300}, () => w.map(() => source.normal()));
        const y = x.map(row => (source.next() < 1 / (1 + Math.exp(-dot(row, w))) ? 1 : 0));
        const fit = fitLogisticRegression(x, y);
        expect(Math.hypot(...logisticRegression(x, y).gradient(fit.weights))).toBeLessThan(1e-12);
      }),
      {numRuns: 20, seed: 2}
    );
  });

  it("has the log odds as the only weight of an intercept", () => {
    const fit = fitLogisticRegression([[1], [1], [1], [1]], [0, 1, 1, 1]);
    expect(fit.weights[0]).toBeCloseTo(Math.log(3), 12);
  });

  it("refuses one class, dependent columns, wrong labels and scales that cannot converge", () => {
    expect(() => fitLogisticRegression([[1], [1]], [1, 1])).toThrow(SeparationError);
    expect(() =>
      fitLogisticRegression(
        [
          [1, 2],
          [2, 4],
          [3, 6]
        ],
        [0, 1, 0]
      )
    ).toThrow(/independent/);
    expect(() => fitLogisticRegression([[1], [1]], [0, 2])).toThrow(
      /labels must be 0 or 1; got 2 at 1/
    );
    expect(() => fitLogisticRegression([[1], [1]], [0])).toThrow(/one entry per row/);
    const source = uniformSource(5);
    const huge = Array.from({length: 50}, () => [1e9 * source.normal(), 1]);
    const labels = huge.map((_, i) => i % 2);
    expect(() => fitLogisticRegression(huge, labels, {tolerance: 1e-300})).toThrow(
      ConvergenceError
    );
  });
});

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((s, x, i) => s + x * b[i], 0);
}

function caught(f: () => unknown): unknown {
  try {
    return f();
  } catch (error) {
    return error;
  }
}
