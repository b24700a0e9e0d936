import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {freedmanQuantile, freedmanTail} from "../../lib/budgets/freedmanBound.js";
import {binomialUpper} from "../../lib/statistics/binomialUpper.js";

const positive = fc.double({min: 1e-3, max: 1e3, noNaN: true});

describe("freedmanQuantile", () => {
  it("is where the tail bound is δ, below the printed sum and within a quarter of it", () => {
    fc.assert(
      fc.property(
        positive,
        positive,
        fc.double({min: 1e-12, max: 0.99, noNaN: true}),
        (v, R, delta) => {
          const bounds = {variance: v, range: R};
          const lambda = freedmanQuantile(bounds, delta);
          expect(Math.abs(Math.log(freedmanTail(bounds, lambda) / delta))).toBeLessThan(1e-10);
          const l = Math.log(1 / delta);
          const printed = Math.sqrt(2 * v * l) + (2 * R * l) / 3;
          expect(printed / lambda).toBeGreaterThanOrEqual(1 - 1e-12);
          expect(printed / lambda).toBeLessThanOrEqual(1.25 + 1e-12);
        }
      ),
      {seed: 1}
    );
  });

  it("refuses what is no probability", () => {
    expect(() => freedmanQuantile({variance: 1, range: 1}, 1)).toThrow("delta");
    expect(() => freedmanTail({variance: 0, range: 1}, 1)).toThrow("variance");
  });
});

describe("binomialUpper", () => {
  it("agrees with a sum over Pascal's triangle", () => {
    for (const n of [1, 2, 7, 30])
      for (const p of [0.02, 0.5, 0.9]) {
        let row = [1];
        for (let t = 0; t < n; t++)
          row = [...row, 0].map((x, k) => (1 - p) * x + p * (k > 0 ? row[k - 1] : 0));
        for (let k = 0; k <= n; k++) {
          const tail = row.slice(k).reduce((a, x) => a + x, 0);
          expect(Math.abs(binomialUpper(k, n, p) - tail)).toBeLessThan(1e-13);
        }
      }
  });

  it("ends at both ends and refuses fractions", () => {
    expect(binomialUpper(-1, 3, 0.5)).toBe(1);
    expect(binomialUpper(4, 3, 0.5)).toBe(0);
    expect(() => binomialUpper(0.5, 3, 0.5)).toThrow("k");
  });
});
