import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {enumerateOrderedBatches, enumerateSubsets} from "../../lib/noise/enumeration.js";
import {finitePopulationCovariance} from "../../lib/noise/finitePopulationCovariance.js";
import {gradientCovariance} from "../../lib/noise/gradientCovariance.js";
import {uniformSource} from "../statistics/uniformSource.js";

/** Relative tolerance c·n·d·ε against enumeration: both sides sum n terms per entry. */
const c = 4;

function table(n: number, d: number, seed: number, offset = 0): number[][] {
  const source = uniformSource(seed);
  return Array.from({length: n}, () => Array.from({length: d}, () => offset + source.normal()));
}

describe("finitePopulationCovariance", () => {
  it("equals the enumeration of all subsets for every batch size", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 2, max: 9}),
        fc.integer({min: 1, max: 4}),
        fc.integer({min: 1, max: 1e6}),
        (n, d, seed) => {
          const psi = table(n, d, seed);
          const scale = gradientCovariance(psi).norm();
          for (let b = 1; b <= n; b++) {
            const exact = enumerateSubsets(psi, b);
            const formula = finitePopulationCovariance(psi, b);
            expect(formula.sub(exact.covariance).norm()).toBeLessThan(
              c * n * d * Number.EPSILON * scale
            );
          }
        }
      ),
      {numRuns: 40, seed: 4}
    );
  });

  it("equals the enumeration of all ordered batches with replacement", () => {
    for (const [n, d] of [
      [2, 1],
      [3, 2],
      [5, 3],
      [10, 2]
    ]) {
      const psi = table(n, d, 11 * n);
      for (let b = 1; n ** b <= 2e5; b++) {
        const exact = enumerateOrderedBatches(psi, b);
        const formula = finitePopulationCovariance(psi, b, {replacement: true});
        expect(exact.batches).toBe(n ** b);
        expect(formula.sub(exact.covariance).norm()).toBeLessThan(
          c * n * d * Number.EPSILON * gradientCovariance(psi).norm()
        );
      }
    }
  });

  it("is zero for the full batch without replacement, not with it", () => {
    const psi = table(6, 2, 1);
    expect(finitePopulationCovariance(psi, 6).norm()).toBe(0);
    expect(finitePopulationCovariance(psi, 6, {replacement: true}).norm()).toBeGreaterThan(0);
  });

  it("agrees between the schemes at b = 1, and loses no digits to a large mean", () => {
    const psi = table(8, 3, 2);
    const one = finitePopulationCovariance(psi, 1);
    const same = finitePopulationCovariance(psi, 1, {replacement: true});
    expect(one.clone().sub(same).norm()).toBeLessThan(c * 8 * Number.EPSILON * one.norm());
    const shift = 2 ** 20;
    const shifted = psi.map(row => row.map(x => Math.round(x * 2 ** 20) / 2 ** 20 + shift));
    const plain = psi.map(row => row.map(x => Math.round(x * 2 ** 20) / 2 ** 20));
    const difference = gradientCovariance(shifted).sub(gradientCovariance(plain)).norm();
    expect(difference).toBeLessThan(1e-9);
  });

  it("refuses what has no answer", () => {
    expect(() => finitePopulationCovariance([[1], [2]], 3)).toThrow(
      "batchSize must be an integer in [1, 2]; got 3"
    );
    expect(() => finitePopulationCovariance([[1]], 1)).toThrow(
      "gradients must have at least 2 rows"
    );
    expect(() => finitePopulationCovariance([[1], [2]], 0.5, {replacement: true})).toThrow(
      /batchSize/
    );
    expect(() =>
      gradientCovariance([
        [1, Number.NaN],
        [1, 2]
      ])
    ).toThrow(/finite/);
    expect(() => enumerateSubsets(table(60, 1, 1), 30)).toThrow(/at most 1000000 batches/);
  });
});
