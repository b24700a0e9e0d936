import {describe, expect, it} from "vitest";
import {standardise} from "../../lib/problems/standardise.js";
import {penguins} from "./penguins.js";

describe("standardise", () => {
  it("gives mean 0 and variance 1 to c·n·ε, c = 4, and is undone by its means and deviations", () => {
    const {measurements} = penguins();
    const n = measurements.length;
    const {rows, means, deviations} = standardise(measurements);
    for (let j = 0; j < 4; j++) {
      const mean = rows.reduce((s, r) => s + r[j], 0) / n;
      const variance = rows.reduce((s, r) => s + r[j] ** 2, 0) / (n - 1);
      expect(Math.abs(mean)).toBeLessThan(4 * n * Number.EPSILON);
      expect(Math.abs(variance - 1)).toBeLessThan(4 * n * Number.EPSILON);
      for (const [i, row] of rows.entries())
        expect(means[j] + deviations[j] * row[j]).toBeCloseTo(measurements[i][j], 8);
    }
  });

  it("refuses a constant column, also one that is constant but for rounding", () => {
    expect(() =>
      standardise([
        [1, 2],
        [3, 2]
      ])
    ).toThrow(/column 1 is 2 throughout/);
    expect(() => standardise([[0.1], [0.1], [0.1], [0.1], [0.1]])).toThrow(/constant column/);
    expect(() => standardise([[1]])).toThrow(/at least 2 rows/);
  });
});
